// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ADAFACTOR_HPP
#define INLAY_TRAIN_ADAFACTOR_HPP

#include <inlay/kernel/places.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adafactor (Shazeer, Stern 2018, as Keras has it): steps in units of the gradient's usual size,
/// of which it keeps the means of the rows and of the columns of a tensor's last two axes, or all
/// of a vector's. With b = 1 - t^beta_2_decay and q = g g + epsilon_1:
///
///     row = b row + (1 - b) mean of q over columns      column likewise, over rows
///     v = row column / mean of row                      or b v + (1 - b) q for a vector
///     u = g / sqrt(v)
///     w -= max(epsilon_2, rms w) min(rate, 1 / sqrt(t)) u / max(1, rms u / clip_threshold)
///
/// The rate is never more than 1 / sqrt(t), with or without `relative_step`, as in Keras.
struct Adafactor {
    static constexpr std::string_view name = "adafactor";
    static constexpr int moments = 3;
    static constexpr std::string_view moment_names[] = {"row", "column", "velocity"};
    static constexpr bool whole_tensors = true;

    static constexpr bool common_fields = true;

    /// The tensor's shape without its last axis; without the one before; a vector's own.
    static constexpr Shape moment_shape(int m, const WeightFacts& tensor) {
        const Shape& all = tensor.shape;
        if (all.rank() < 2) return m == 2 ? all : Shape(0);
        if (m == 2) return Shape(0);
        Shape less = all;
        less.extents[--less.count] = 0;
        return m == 0 ? less : less.with_last(all.last());
    }

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_2_decay", self.beta_2_decay);
        visit("epsilon_1", self.epsilon_1);
        visit("epsilon_2", self.epsilon_2);
        visit("clip_threshold", self.clip_threshold);
        visit("relative_step", self.relative_step);
    }

    Rate learning_rate = 0.001L;
    Real beta_2_decay = -0.8L;
    Real epsilon_1 = 1e-30L;
    Real epsilon_2 = 1e-3L;
    Real clip_threshold = 1.0;
    bool relative_step = true;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// The rate of a step, and the part of its squares in the means.
    struct Pace {
        double rate, part;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        const double t = static_cast<double>(step + 1), rate = learning_rate.at(step);
        const double most = 1 / simd::registers::root(t);
        return {rate < most ? rate : most, simd::strict_power({t}, {beta_2_decay}).value};
    }

    template <class Scalar, class Runner>
    void update(const Stretch<Scalar>& s, Pace pace, Runner& runner) const {
        const Table<Scalar> table(s);
        const double size = rms(sum_of_squares(s.weights, s.count, runner), s.count);
        if (table.factored) {
            table.move_rows(pace.part, epsilon_1, runner);
            table.move_columns(pace.part, epsilon_1, runner);
        } else {
            table.move_all(pace.part, epsilon_1);
        }

        double squares[Parts::most]{}, sum = 0;
        table.for_each_share(runner, [&](std::size_t task, std::size_t row, Scalar share) {
            Scalar u[Parts::block];
            const auto keep = [&](std::size_t k, auto direction, int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(u + k, direction, lanes);
            };
            table.for_each_block([&](std::size_t first, std::size_t count) {
                table.directions(row, share, first, count, keep);
                squares[task] += squares_of_block(u, count);
            });
        });
        for (const double some : squares) sum += some;
        const double excess = rms(sum, s.count) / clip_threshold;
        const double least = epsilon_2, rate = simd::mul(pace.rate, size > least ? size : least);
        const auto down = lanes_of<Scalar>(-(excess > 1 ? rate / excess : rate));
        table.for_each_share(runner, [&](std::size_t, std::size_t row, Scalar share) {
            Scalar* const weights = s.weights + row * table.columns;
            const auto move = [&](std::size_t k, auto direction, int lanes) INLAY_INLINE_LAMBDA {
                const auto w = simd::load_some(weights + k, lanes);
                simd::store_some(weights + k, simd::fma(down, direction, w), lanes);
            };
            table.directions(row, share, 0, table.columns, move);
        });
    }

private:
    static double rms(double squares, std::size_t count) {
        return simd::registers::root(squares / static_cast<double>(count));
    }

    /// A tensor as matrices, one behind the other; a vector as one row.
    template <class Scalar>
    struct Table {
        const Stretch<Scalar>& s;
        bool factored;
        std::size_t columns, rows = 1, matrices = 1;

        explicit Table(const Stretch<Scalar>& stretch)
            : s(stretch), factored(s.tensor->shape.rank() >= 2), columns(s.count) {
            if (!factored) return;
            const Shape& shape = s.tensor->shape;
            columns = shape.last();
            rows = shape[shape.rank() - 2];
            matrices = s.count / (rows * columns);
        }

        /// Calls body(task, begin, end) for rows of all matrices; the shape says how many tasks
        /// there are, at most as many as parts of a tensor.
        template <class Runner, class Body>
        void for_each_task(Runner& runner, const Body& body) const {
            const std::size_t all = matrices * rows, least = Parts::least / columns + 1;
            const std::size_t shared = kernel::divided_up(all, Parts::most);
            const std::size_t each = shared > least ? shared : least;
            runner.parallel(kernel::divided_up(all, each), [&](std::size_t task, std::size_t) {
                const std::size_t begin = task * each;
                body(task, begin, all - begin < each ? all : begin + each);
            });
        }

        /// Calls body(first, count) for the blocks of a row.
        template <class Body>
        void for_each_block(const Body& body) const {
            for (std::size_t first = 0; first < columns; first += Parts::block)
                body(first, columns - first < Parts::block ? columns - first : Parts::block);
        }

        /// Calls body(task, row, share) for all rows, share being the row's mean as a multiple of
        /// that of its matrix.
        template <class Runner, class Body>
        void for_each_share(Runner& runner, const Body& body) const {
            for_each_task(runner, [&](std::size_t task, std::size_t begin, std::size_t end) {
                Scalar mean = 0;
                for (std::size_t row = begin; row < end; ++row) {
                    if (factored && (row == begin || row % rows == 0)) mean = mean_of(row / rows);
                    body(task, row, factored ? s.moments[0][row] / mean : Scalar(1));
                }
            });
        }

        Scalar mean_of(std::size_t matrix) const {
            double sum = 0;
            for (std::size_t row = matrix * rows; row < (matrix + 1) * rows; ++row)
                sum += static_cast<double>(s.moments[0][row]);
            return static_cast<Scalar>(sum / static_cast<double>(rows));
        }

        /// row += (mean of q - row) part
        template <class Runner>
        void move_rows(double part, double least, Runner& runner) const {
            const auto take = static_cast<Scalar>(part);
            for_each_task(runner, [&](std::size_t, std::size_t begin, std::size_t end) {
                for (std::size_t row = begin; row < end; ++row) {
                    double sum = 0;
                    for_each_block([&](std::size_t first, std::size_t count) {
                        sum += squares_of_block(s.gradient + row * columns + first, count);
                    });
                    const auto q = static_cast<Scalar>(sum / static_cast<double>(columns) + least);
                    Scalar& kept = s.moments[0][row];
                    kept = simd::fma(q - kept, take, kept);
                }
            });
        }

        /// column += (mean of q - column) part; sums over rows run in chains.
        template <class Runner>
        void move_columns(double part, double least, Runner& runner) const {
            constexpr std::size_t strip = 256;
            const std::size_t strips = kernel::divided_up(columns, strip);
            const auto count = lanes_of<Scalar>(static_cast<double>(rows));
            const auto floor = lanes_of<Scalar>(least), take = lanes_of<Scalar>(part);
            runner.parallel(matrices * strips, [&](std::size_t task, std::size_t) {
                const std::size_t matrix = task / strips, first = task % strips * strip;
                const std::size_t some = columns - first < strip ? columns - first : strip;
                const Scalar* const g = s.gradient + matrix * rows * columns + first;
                Scalar* const kept = s.moments[1] + matrix * columns + first;
                simd::for_each_pack<Scalar>(
                    some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                        auto sum = simd::zero<Scalar>();
                        for (std::size_t row = 0; row < rows; row += kernel::chain_length) {
                            const std::size_t stop = row + kernel::chain_length;
                            auto chain = simd::zero<Scalar>();
                            for (std::size_t r = row; r < (stop < rows ? stop : rows); ++r) {
                                const auto x = simd::load_some(g + r * columns + k, lanes);
                                chain = simd::fma(x, x, chain);
                            }
                            sum = simd::add(sum, chain);
                        }
                        const auto q = simd::add(simd::div(sum, count), floor);
                        const auto old = simd::load_some(kept + k, lanes);
                        simd::store_some(kept + k, averaged(old, q, take), lanes);
                    });
            });
        }

        /// velocity += (q - velocity) part
        void move_all(double part, double least) const {
            const auto floor = lanes_of<Scalar>(least), take = lanes_of<Scalar>(part);
            simd::for_each_pack<Scalar>(columns, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto g = simd::load_some(s.gradient + k, lanes);
                const auto old = simd::load_some(s.moments[2] + k, lanes);
                const auto q = simd::add(simd::mul(g, g), floor);
                simd::store_some(s.moments[2] + k, averaged(old, q, take), lanes);
            });
        }

        /// Gives u of `count` numbers of a row pack by pack: the same bits each time, so that
        /// nothing keeps it.
        template <class Take>
        INLAY_INLINE void directions(std::size_t row, Scalar share, std::size_t first,
                                     std::size_t count, const Take& take) const {
            const Scalar* const g = s.gradient + row * columns + first;
            const Scalar* const v =
                (factored ? s.moments[1] + row / rows * columns : s.moments[2]) + first;
            const auto part = simd::broadcast(share);
            simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto size = simd::square_root(simd::mul(part, simd::load_some(v + k, lanes)));
                take(k, simd::div(simd::load_some(g + k, lanes), size), lanes);
            });
        }
    };
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adafactor;
}  // namespace inlay

#endif  // INLAY_TRAIN_ADAFACTOR_HPP
