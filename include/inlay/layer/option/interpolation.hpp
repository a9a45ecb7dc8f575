// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_INTERPOLATION_HPP
#define INLAY_LAYER_OPTION_INTERPOLATION_HPP
#include <inlay/kernel/interpolation.hpp>
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A place takes the cell in which it lies.
struct Nearest {
    static constexpr option::Kind kind = "interpolation";
    static constexpr Interpolation interpolation{Curve::box, 0};
};

/// A place takes 2 x 2 cells, each by how near it is.
struct Bilinear {
    static constexpr option::Kind kind = "interpolation";
    static constexpr Interpolation interpolation{Curve::triangle, 1};
};

/// A place takes 4 x 4 cells, by Keys's cubic of -1/2.
struct Bicubic {
    static constexpr option::Kind kind = "interpolation";
    static constexpr Interpolation interpolation{Curve::cubic, 2};
};

/// A place takes 6 x 6 cells, by Lanczos's sinc of a sinc.
struct Lanczos3 {
    static constexpr option::Kind kind = "interpolation";
    static constexpr Interpolation interpolation{Curve::lanczos, 3};
};

/// A place takes 10 x 10 cells, likewise.
struct Lanczos5 {
    static constexpr option::Kind kind = "interpolation";
    static constexpr Interpolation interpolation{Curve::lanczos, 5};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Bicubic;
using INLAY_ABI::Bilinear;
using INLAY_ABI::Lanczos3;
using INLAY_ABI::Lanczos5;
using INLAY_ABI::Nearest;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_INTERPOLATION_HPP
