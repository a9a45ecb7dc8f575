// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_ARRAYS_HPP
#define INLAY_DATA_ARRAYS_HPP
// xtensor arrays, views and expressions go into fit and predict; tensors come out as xtensor
// arrays.

#include <inlay/data/xtensor.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/tensor.hpp>

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace inlay::INLAY_ABI {

/// Expressions, and views that do not lie in row order, are evaluated once into an array.
template <class Expression>
    requires(xt::is_xexpression<Expression>::value)
struct Evaluation<Expression> {
    static constexpr bool possible = true;

    static auto evaluate(const Expression& expression) {
        using Element = std::remove_cvref_t<typename Expression::value_type>;
        return xt::xarray<Element, xt::layout_type::row_major>(expression);
    }
};

namespace data {

/// The values of a tensor as an xtensor array of the same shape.
template <class Element>
xt::xarray<Element> to_xtensor(const Tensor<Element>& tensor) {
    const std::vector<std::size_t>& shape = tensor.shape();
    xt::xarray<Element> array(std::vector<std::size_t>(shape.begin(), shape.end()));
    std::ranges::copy(tensor, array.begin());
    return array;
}

}  // namespace data

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_DATA_ARRAYS_HPP
