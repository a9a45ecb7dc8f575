// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DROPOUT_HPP
#define INLAY_LAYER_DROPOUT_HPP

#include <inlay/layer/dropping.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeroes each element with probability Rate in training and scales the others by 1 / (1 - Rate);
/// outside of training it does nothing. Rate lies in [0, 1).
template <Number Rate>
struct Dropout : Dropping<Rate, kernel::Drawer::element> {
    static constexpr std::string_view title = "Dropout", name = "dropout";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        need_rate(Rate.value, "Dropout<0.5>", complaint);
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dropout;
}  // namespace inlay

#endif  // INLAY_LAYER_DROPOUT_HPP
