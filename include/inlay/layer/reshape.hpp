// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RESHAPE_HPP
#define INLAY_LAYER_RESHAPE_HPP

#include <inlay/layer/copying.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// The same elements in row order under another shape of the same size: Reshape<7, 7, 64>. One
/// extent may be -1: what is left.
template <int... Extents>
struct Reshape : Copying {
    static constexpr std::string_view title = "Reshape", name = "reshape";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        static_assert(sizeof...(Extents) >= 1 && sizeof...(Extents) <= Shape::max_rank - 1,
                      "inlay: Reshape has one to four extents, such as Reshape<7, 7, 64>");
        constexpr int extents[] = {Extents...};
        Shape out;
        out.count = sizeof...(Extents);
        std::size_t known = 1;
        int open = -1;
        bool valid = true;
        for (int d = 0; d < out.count; ++d) {
            valid = valid && (extents[d] > 0 || (extents[d] == -1 && open < 0));
            if (extents[d] > 0)
                known *= out.extents[d] = static_cast<std::size_t>(extents[d]);
            else
                open = d;
        }
        if (valid && open >= 0 && in.size() % known == 0)
            known *= out.extents[open] = in.size() / known;
        if (valid && known == in.size()) return out;
        complaint.needs << "makes " << (valid ? "" : "no ") << "shape of its " << in.size()
                        << " elements";
        complaint.remedy << "give extents whose product is " << in.size()
                         << ", one of which may be -1";
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Reshape;
}  // namespace inlay

#endif  // INLAY_LAYER_RESHAPE_HPP
