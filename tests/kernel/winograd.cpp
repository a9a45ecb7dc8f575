// SPDX-License-Identifier: MIT
// Winograd's convolutions against sums in double, and against the same chains in plain loops bit by
// bit.
#include "winograd.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace {

template <std::size_t Rows, std::size_t Columns>
constexpr bool equal(const double (&a)[Rows][Columns], const double (&b)[Rows][Columns]) {
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t j = 0; j < Columns; ++j)
            if (a[i][j] != b[i][j]) return false;
    return true;
}

constexpr auto f23 = kernel::winograd_tables<2, 3>;
constexpr double input23[4][4]{{1, 0, -1, 0}, {0, 1, 1, 0}, {0, -1, 1, 0}, {0, -1, 0, 1}};
constexpr double weights23[4][3]{{1, 0, 0}, {.5, .5, .5}, {.5, -.5, .5}, {0, 0, 1}};
constexpr double output23[4][2]{{1, 0}, {1, 1}, {1, -1}, {0, 1}};
static_assert(equal(f23.input, input23), "B^T of F(2, 3)");
static_assert(equal(f23.weights, weights23), "G of F(2, 3)");
static_assert(equal(f23.output, output23), "A of F(2, 3)");

constexpr double input6[6][6]{
    {225. / 256, 0, -169. / 64, 0, 1, 0},     {0, 45. / 32, 9. / 4, -5. / 8, -1, 0},
    {0, -45. / 32, 9. / 4, 5. / 8, -1, 0},    {0, -75. / 128, -25. / 64, 3. / 2, 1, 0},
    {0, 75. / 128, -25. / 64, -3. / 2, 1, 0}, {0, 225. / 256, 0, -169. / 64, 0, 1}};
static_assert(equal(kernel::winograd_tables<2, 5>.input, input6), "B^T of F(2, 5)");
static_assert(equal(kernel::winograd_tables<4, 3>.input, input6), "B^T of F(4, 3)");

/// Whether y_i = sum_k A[k][i] (sum_r G[k][r] w_r) (sum_d B^T[k][d] x_d) is sum_r x_(i + r) w_r.
template <std::size_t M, std::size_t R>
constexpr bool convolves() {
    constexpr auto tables = kernel::winograd_tables<M, R>;
    for (std::size_t i = 0; i < M; ++i)
        for (std::size_t r = 0; r < R; ++r)
            for (std::size_t d = 0; d < tables.n; ++d) {
                double sum = d == i + r ? -1 : 0;
                for (std::size_t k = 0; k < tables.n; ++k)
                    sum += tables.output[k][i] * tables.weights[k][r] * tables.input[k][d];
                if (sum < -1e-14 || sum > 1e-14) return false;
            }
    return true;
}

static_assert(convolves<2, 2>() && convolves<2, 3>() && convolves<3, 3>() && convolves<2, 5>() &&
                  convolves<4, 3>() && convolves<2, 7>() && convolves<4, 5>() && convolves<6, 3>(),
              "the tables of short convolutions");

/// T x T^T by the rule of kernel::transform, one number at a time.
template <class Matrix, class Scalar>
[[gnu::noinline]] void plain_transform(const Scalar* x, Scalar* y) {
    constexpr std::size_t rows = Matrix::rows, columns = Matrix::columns;
    const auto row_times = [](std::size_t i, const Scalar* from, std::size_t step) {
        const std::size_t start = kernel::chain_start<Matrix>(i);
        Scalar sum = from[start * step];
        if (Matrix::at(i, start) != 1)
            sum = simd::mul(static_cast<Scalar>(Matrix::at(i, start)), sum);
        for (std::size_t j = 0; j < columns; ++j)
            if (j != start)  // exact for 0, 1 and -1 as well, with finite numbers
                sum = simd::fma(static_cast<Scalar>(Matrix::at(i, j)), from[j * step], sum);
        return sum;
    };
    std::vector<Scalar> half(rows * columns);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t l = 0; l < columns; ++l)
            half[i * columns + l] = row_times(i, x + l, columns);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < rows; ++j)
            y[i * rows + j] = row_times(j, &half[i * columns], 1);
}

/// What `by_winograd` computes, as plain loops without lanes, register tiles and groups.
template <class Case, class Scalar>
Results<Scalar> plain_winograd(const Given<Case, Scalar>& given, std::size_t count) {
    constexpr Convolution c = Case::c;
    constexpr std::size_t M = Case::m, R = Case::r, N = M + R - 1, planes = N * N;
    constexpr std::size_t In = c.in_channels, Out = c.channels;
    using Window = std::vector<Scalar>;
    constexpr std::size_t chain = kernel::winograd_extents(c, M).chain;
    std::vector<Window> u(In * Out, Window(planes)), du = u, chains = u;
    for (std::size_t k = 0; k < In * Out; ++k) {
        Window taps(R * R);
        for (std::size_t t = 0; t < R * R; ++t) taps[t] = given.w[t * In * Out + k];
        plain_transform<kernel::WeightMatrix<M, R>>(taps.data(), u[k].data());
    }
    Results<Scalar> all{std::vector<Scalar>(given.dy.size(), 7),
                        std::vector<Scalar>(given.x.size()),
                        std::vector<Scalar>(given.w.size() + Out)};
    std::vector<Window> v(In, Window(planes)), d(Out, Window(planes));
    Window window(planes), product(planes);
    for (std::size_t n = 0; n < count; ++n) {
        for (std::size_t p = 0; p < c.height; p += M)
            for (std::size_t q = 0; q < c.width; q += M) {
                for (std::size_t i = 0; i < In; ++i) {
                    for (std::size_t k = 0; k < planes; ++k)
                        window[k] = given.x[Case::in_at(n, p + k / N, q + k % N, i)];
                    plain_transform<kernel::InputMatrix<M, R>>(window.data(), v[i].data());
                }
                for (std::size_t o = 0; o < Out; ++o) {
                    for (std::size_t k = 0; k < planes; ++k) {
                        product[k] = 0;
                        for (std::size_t i = 0; i < In; ++i)
                            product[k] = simd::fma(v[i][k], u[i * Out + o][k], product[k]);
                    }
                    plain_transform<kernel::Transposed<kernel::OutputMatrix<M, R>>>(product.data(),
                                                                                    window.data());
                    Window above(M * M);
                    for (std::size_t k = 0; k < M * M; ++k) {
                        if (p + k / M >= c.height || q + k % M >= c.width) continue;
                        const std::size_t at = Case::out_at(n, p + k / M, q + k % M, o);
                        all.y[at] = window[k] + given.b[o];
                        above[k] = given.dy[at];
                    }
                    plain_transform<kernel::OutputMatrix<M, R>>(above.data(), d[o].data());
                }
                for (std::size_t i = 0; i < In; ++i) {
                    for (std::size_t k = 0; k < planes; ++k) {
                        product[k] = 0;
                        for (std::size_t o = 0; o < Out; ++o) {
                            Scalar& sum = chains[i * Out + o][k];
                            sum = simd::fma(v[i][k], d[o][k], sum);
                            product[k] = simd::fma(d[o][k], u[i * Out + o][k], product[k]);
                        }
                    }
                    plain_transform<kernel::Transposed<kernel::InputMatrix<M, R>>>(product.data(),
                                                                                   window.data());
                    for (std::size_t k = 0; k < planes; ++k)
                        all.dx[Case::in_at(n, p + k / N, q + k % N, i)] += window[k];
                }
            }
        if ((n + 1) % chain != 0 && n + 1 < count) continue;
        for (std::size_t k = 0; k < In * Out * planes; ++k) {
            du[k / planes][k % planes] += chains[k / planes][k % planes];
            chains[k / planes][k % planes] = 0;
        }
    }
    for (std::size_t k = 0; k < In * Out; ++k) {
        Window taps(R * R);
        plain_transform<kernel::Transposed<kernel::WeightMatrix<M, R>>>(du[k].data(), taps.data());
        for (std::size_t t = 0; t < R * R; ++t) all.gradient[t * In * Out + k] += taps[t];
    }
    return all;
}

template <class Scalar, class Case>
void check() {
    const double bound = sizeof(Scalar) == 4 ? 6e-6 : 1e-14;
    for (const std::size_t count : {1u, 3u, 9u}) {
        CAPTURE(count);
        const Given<Case, Scalar> given(count, Data::random);
        const auto all = given.by_winograd(count);
        const auto exact = given.in_double(count);
        const auto dx = inside<Case>(all.dx);
        const std::size_t taps = given.w.size();
        const std::size_t biases = given.b.size();
        const auto dw = part(all.gradient, 0, taps), db = part(all.gradient, taps, biases);
        CHECK(distance(all.y, exact.y) < bound);
        CHECK(distance(dx, inside<Case>(exact.dx)) < bound);
        CHECK(distance(dw, exact.gradient) < bound);
        CHECK(distance(db, part(exact.gradient, taps, biases)) < bound);

        const auto plain = plain_winograd(given, count);
        CHECK(all_same(all.y, plain.y));
        CHECK(all_same(dx, inside<Case>(plain.dx)));
        CHECK(all_same(dw, part(plain.gradient, 0, taps)));
    }
}

template <class Case>
void check_accumulation() {
    const std::size_t count = 3;
    const Given<Case, float> given(count, Data::random);
    const auto before = Case::template images<float>(count, 6);
    auto dx = given.template by_winograd<true>(count, before).dx;
    for (std::size_t k = 0; k < dx.size(); ++k) dx[k] -= before[k];
    CHECK(distance(inside<Case>(dx), inside<Case>(given.in_double(count).dx)) < 6e-6);
}

/// One call of five examples and five calls of one.
template <class Case>
void check_examples() {
    const Given<Case, float> five(5, Data::random);
    const auto together = five.by_winograd(5);
    for (std::size_t n = 0; n < 5; ++n) {
        constexpr std::size_t in = Case::in.size(), out = Case::out.size();
        Given<Case, float> one = five;
        one.x = part(five.x, n * in, in);
        one.dy = part(five.dy, n * out, out);
        const auto alone = one.by_winograd(1);
        CHECK(all_same(alone.y, part(together.y, n * out, out)));
        CHECK(all_same(alone.dx, part(together.dx, n * in, in)));
    }
}

}  // namespace

using Three = Case<2, 3, 7, 9, 16, 20, Padding::valid>;
using Five = Case<2, 5, 7, 6, 33, 20, Padding::same>;
using Large = Case<4, 3, 8, 5, 20, 33, Padding::same>;

TEST_CASE("Winograd's convolutions and their gradients") {
    check<float, Three>();
    check<float, Case<2, 3, 8, 7, 20, 64, Padding::same>>();
    check<float, Case<2, 5, 9, 10, 20, 16, Padding::valid>>();
    check<float, Five>();
    check<float, Case<4, 3, 9, 10, 16, 33, Padding::valid>>();
    check<float, Large>();
    check<double, Case<2, 3, 7, 6, 20, 16, Padding::same>>();
    check<double, Case<2, 5, 8, 9, 5, 33, Padding::valid>>();
    check<double, Case<4, 3, 7, 8, 3, 2, Padding::same>>();
    check_accumulation<Five>();
    check_accumulation<Large>();
}

TEST_CASE("an example's bits do not depend on the others of a call") {
    check_examples<Three>();
    check_examples<Five>();
    check_examples<Large>();
}
