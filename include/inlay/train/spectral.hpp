// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SPECTRAL_HPP
#define INLAY_TRAIN_SPECTRAL_HPP
// What a training step begins with: kernels divided by an estimate of their largest singular value.

#include <inlay/kernel/places.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/kernel/unit_norm.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/tensors.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::updating {

/// A kernel as the matrix of its last axis' columns.
template <class Scalar>
struct KernelMatrix {
    Scalar* w;
    std::size_t rows, columns;

    std::size_t count() const { return rows * columns; }

    bool zero() const {
        std::size_t k = 0;
        while (k < count() && w[k] == 0) ++k;
        return k == count();
    }

    /// v[r] = sum_c w[r][c] u[c]      for some rows
    INLAY_NOINLINE void times(const Scalar* u, Scalar* v, std::size_t row, std::size_t end) const {
        for (; row < end; ++row) v[row] = kernel::sum_of_products(w + row * columns, u, columns);
    }

    /// u[c] = sum_r v[r] w[r][c]      for some columns
    INLAY_NOINLINE void transposed_times(const Scalar* v, Scalar* u, std::size_t first,
                                         std::size_t count) const {
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const std::size_t c = first + k;
            const auto sum = kernel::sum_places<Scalar, kernel::any_number_of_rows>(
                {1, rows}, [&](auto chain, std::size_t, std::size_t r) INLAY_INLINE_LAMBDA {
                    return simd::fma(simd::load_some(w + r * columns + c, lanes),
                                     simd::broadcast(v[r]), chain);
                });
            simd::store_some(u + c, sum, lanes);
        });
    }
};

/// x = x r, r = min(1 / |x|, 1e7); returns |x|^2 r, which is |x| where that is not tiny.
template <class Scalar>
Scalar normalize_vector(Scalar* x, std::size_t n) {
    const auto [squares, r] = kernel::normalize_row(x, x, n, static_cast<Scalar>(1e7L));
    return simd::first(simd::mul(simd::broadcast(squares), simd::broadcast(r)));
}

/// v = W u / |W u|      u = v W / |v W|      so often, and then W = W / (v W u)
///
/// A kernel of zeros and its u stay as they are. v: room for a number of each row
template <class Scalar, class Runner>
void normalize_spectrum(int iterations, const KernelMatrix<Scalar>& matrix, Scalar* u, Scalar* v,
                        Runner& runner) {
    constexpr std::size_t together = 64;
    if (matrix.zero()) return;
    const std::size_t parts = Parts(matrix.count()).number();
    const std::size_t by_rows = parts < matrix.rows ? parts : matrix.rows;
    Scalar sigma = 1;
    for (int k = 0; k < iterations; ++k) {
        runner.parallel(by_rows, [&](std::size_t task, std::size_t) {
            matrix.times(u, v, matrix.rows * task / by_rows, matrix.rows * (task + 1) / by_rows);
        });
        normalize_vector(v, matrix.rows);
        runner.parallel(
            kernel::divided_up(matrix.columns, together), [&](std::size_t task, std::size_t) {
                const std::size_t first = task * together, left = matrix.columns - first;
                matrix.transposed_times(v, u, first, left < together ? left : together);
            });
        sigma = normalize_vector(u, matrix.columns);
    }
    for_each_chunk(matrix.count(), runner, [&](std::size_t from, std::size_t count) {
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            Scalar* const at = matrix.w + from + k;
            simd::store_some(at, simd::div(simd::load_some(at, lanes), simd::broadcast(sigma)),
                             lanes);
        });
    });
}

/// The numbers that v needs: of the kernel with the most rows.
template <const auto& steps>
constexpr std::size_t spectral_room() {
    std::size_t most = 0;
    for (int t = 0; t < steps.tensor_count; ++t) {
        const WeightSpec& spec = steps.tensors[t].spec;
        if (!spec.trainable || spec.spectral.none()) continue;
        const std::size_t rows = spec.shape.size() / spec.shape.last();
        most = most < rows ? rows : most;
    }
    return most;
}

/// Normalizes all kernels of a network that have to be. `room` is for spectral_room numbers.
template <const auto& steps, const auto& plan, class Job, class Scalar, class Runner>
void normalize_spectra(const Job& job, Scalar* room, Runner& runner) {
    if constexpr (spectral_room<steps>() != 0)
        for (const Trained& tensor : trained<steps, plan>)
            if (!tensor.spectral.none()) {
                const std::size_t columns = tensor.facts.shape.last();
                normalize_spectrum<Scalar>(
                    tensor.spectral.iterations,
                    {job.weights + tensor.weights, tensor.count / columns, columns},
                    job.state + tensor.vector, room, runner);
            }
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_SPECTRAL_HPP
