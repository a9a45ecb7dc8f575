// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_XTENSOR_HPP
#define INLAY_DATA_XTENSOR_HPP
// The only includes of xtensor, whose headers moved into folders with its version 0.26.

#include <inlay/config.hpp>

#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xarray.hpp>
#include <xtensor/containers/xtensor.hpp>
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xstorage.hpp>

#include <cstddef>

#if defined(__clang__) && __clang_major__ >= 19
// Without this, two partial specializations of older xtensors are equally good for Clang 19
// (https://github.com/llvm/llvm-project/issues/91504), and no xt::xarray compiles.
template <>
struct xt::rebind_container<std::ptrdiff_t, xt::svector<std::size_t>> {
    using type = xt::svector<std::ptrdiff_t>;
};
template <>
struct xt::rebind_container<std::size_t, xt::svector<std::ptrdiff_t>> {
    using type = xt::svector<std::size_t>;
};
#endif

#include <xtensor/xarray.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>
#endif

#endif  // INLAY_DATA_XTENSOR_HPP
