// SPDX-License-Identifier: MIT
// What is taken as data: matrices of any order, axes with strides, rows within arrays, lists, and
// who holds what.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

using namespace inlay;

namespace {

/// The numbers that an array is read as, behind its shape.
struct Read {
    std::vector<std::size_t> shape;
    std::vector<double> values;

    bool operator==(const Read&) const = default;
};

Read read(const ArrayView& array) {
    Read all{{array.shape().begin(), array.shape().end()}, std::vector<double>(array.size())};
    array.read(0, all.values.size(), all.values.data());
    return all;
}

/// A matrix with the members of Eigen's, of either order, its rows or columns `pitch` apart.
template <class Element, bool row_major>
struct EigenLike {
    enum { IsRowMajor = row_major, IsVectorAtCompileTime = false };
    std::vector<Element> memory;
    std::ptrdiff_t height, width, pitch;

    EigenLike(std::ptrdiff_t rows, std::ptrdiff_t columns, std::ptrdiff_t gap = 0)
        : memory(static_cast<std::size_t>((row_major ? rows : columns) *
                                          ((row_major ? columns : rows) + gap))),
          height(rows),
          width(columns),
          pitch((row_major ? columns : rows) + gap) {
        for (Element& element : memory) element = Element(-1);
        for (std::ptrdiff_t r = 0; r < rows; ++r)
            for (std::ptrdiff_t c = 0; c < columns; ++c)
                memory[place(r, c)] = static_cast<Element>(10 * r + c);
    }
    std::size_t place(std::ptrdiff_t r, std::ptrdiff_t c) const {
        return static_cast<std::size_t>(row_major ? r * pitch + c : c * pitch + r);
    }
    const Element* data() const { return memory.data(); }
    std::ptrdiff_t size() const { return height * width; }
    std::ptrdiff_t rows() const { return height; }
    std::ptrdiff_t cols() const { return width; }
    const Element& operator()(std::ptrdiff_t r, std::ptrdiff_t c) const {
        return memory[place(r, c)];
    }
};

/// Of Armadillo's: column order, memptr() and fields.
struct ArmadilloLike {
    std::vector<double> memory{0, 10, 20, 1, 11, 21};
    const unsigned long n_rows = 3, n_cols = 2;
    static constexpr bool is_col = false, is_row = false;
    const double* memptr() const { return memory.data(); }
    std::size_t size() const { return 6; }
    const double& operator()(unsigned long r, unsigned long c) const {
        return memory[r + c * n_rows];
    }
};

/// A matrix that gives copies of its elements.
struct ByValue {
    std::vector<float> memory{0, 10, 20, 1, 11, 21};
    const float* data() const { return memory.data(); }
    std::size_t size() const { return 6; }
    int rows() const { return 3; }
    int cols() const { return 2; }
    float operator()(int r, int c) const { return memory[static_cast<std::size_t>(r + c * 3)]; }
};

/// Of std::mdspan's.
struct SpanLike {
    const float* first;
    std::size_t extents[3];
    std::ptrdiff_t strides[3];
    const float* data_handle() const { return first; }
    static constexpr std::size_t rank() { return 3; }
    std::size_t extent(std::size_t d) const { return extents[d]; }
    std::ptrdiff_t stride(std::size_t d) const { return strides[d]; }
};

/// Of xtensor's.
struct StridedLike {
    const float* first;
    std::vector<std::size_t> extents;
    std::vector<std::ptrdiff_t> steps;
    std::size_t offset = 0;
    const float* data() const { return first; }
    std::size_t data_offset() const { return offset; }
    const std::vector<std::size_t>& shape() const { return extents; }
    const std::vector<std::ptrdiff_t>& strides() const { return steps; }
};

/// Of Eigen::Tensor's.
template <int layout>
struct TensorLike {
    enum { Layout = layout };
    std::vector<float> memory;
    long extents[3];
    const float* data() const { return memory.data(); }
    long size() const { return 24; }
    long rank() const { return 3; }
    long dimension(std::size_t d) const { return extents[d]; }
};

std::vector<float> counted(std::size_t count) {
    std::vector<float> values(count);
    for (std::size_t k = 0; k < count; ++k) values[k] = static_cast<float>(k);
    return values;
}

const Read three_by_two{{3, 2}, {0, 1, 10, 11, 20, 21}};

}  // namespace

TEST_CASE("a matrix is read row by row, whatever its order and its gaps") {
    CHECK(read(EigenLike<float, true>(3, 2)) == three_by_two);
    CHECK(read(EigenLike<float, false>(3, 2)) == three_by_two);
    CHECK(read(EigenLike<double, true>(3, 2, 5)) == three_by_two);
    CHECK(read(EigenLike<int, false>(3, 2, 1)) == three_by_two);
    CHECK(read(ArmadilloLike{}) == three_by_two);
    CHECK(read(ByValue{}) == three_by_two);
    CHECK(read(EigenLike<float, false>(1, 3)) == Read{{1, 3}, {0, 1, 2}});
    CHECK(read(EigenLike<float, true>(3, 1, 4)) == Read{{3, 1}, {0, 10, 20}});
    CHECK(read(EigenLike<float, false>(0, 3)) == Read{{0, 3}, {}});
}

TEST_CASE("a matrix in row order is looked at, not copied") {
    EigenLike<float, true> matrix(3, 2);
    const ArrayView view = matrix;
    matrix.memory[1] = 7;
    CHECK(read(view).values[1] == 7);
}

TEST_CASE("axes with strides are read in the order of rows") {
    const std::vector<float> values = counted(24);
    const Read plain = read(Tensor({2, 3, 4}, values));
    CHECK(read(SpanLike{values.data(), {2, 3, 4}, {12, 4, 1}}) == plain);
    const Read turned{{4, 2, 1}, {0, 12, 1, 13, 2, 14, 3, 15}};
    CHECK(read(SpanLike{values.data(), {4, 2, 1}, {1, 12, 4}}) == turned);
    CHECK(read(StridedLike{values.data(), {4, 2, 1}, {1, 12, 4}}) == turned);
    CHECK(read(StridedLike{values.data(), {3}, {-2}, 20}) == Read{{3}, {20, 18, 16}});
    CHECK(read(StridedLike{values.data(), {2, 3}, {0, 1}}) == Read{{2, 3}, {0, 1, 2, 0, 1, 2}});
    CHECK(read(StridedLike{values.data(), {2, 0}, {7, 7}}) == Read{{2, 0}, {}});
    CHECK(read(TensorLike<1>{values, {2, 3, 4}}) == plain);
    CHECK(read(TensorLike<0>{values, {2, 3, 4}}).values[1] == 6);
    CHECK(read(TensorLike<0>{values, {2, 3, 4}}).values[4] == 2);
}

TEST_CASE("rows within arrays are examples, or one example together") {
    const float pairs[3][2]{{0, 1}, {10, 11}, {20, 21}};
    CHECK(read(pairs) == three_by_two);
    const std::vector<std::array<float, 2>> rows{{0, 1}, {10, 11}, {20, 21}};
    CHECK(read(rows) == three_by_two);
    CHECK(read(std::array<std::array<int, 2>, 3>{{{0, 1}, {10, 11}, {20, 21}}}) == three_by_two);
    CHECK(read(std::vector<std::array<float, 2>>{}).values.empty());

    const Model<Sequential<Flatten, Dense<2>>, Input<2, 3, 1>> model{1};
    const float image[2][3]{{1, 2, 3}, {4, 5, 6}};
    const std::vector<std::array<float, 6>> images{{1, 2, 3, 4, 5, 6}, {0, 0, 0, 0, 0, 1}};
    const Tensor one = model.predict(image), two = model.predict(images);
    CHECK(one.shape() == std::vector<std::size_t>{1, 2});
    CHECK(two.shape() == std::vector<std::size_t>{2, 2});
    CHECK(std::ranges::equal(one, two.example(0)));
    CHECK(message_of([&] { (void)model.predict(pairs); }) == "no error");  // 6 numbers: one example
    CHECK(message_of([&] { (void)model.predict(std::vector<std::array<float, 4>>(3)); }) ==
          "the inputs have the shape (3, 4) but the network needs (n, 2, 3, 1)");
}

TEST_CASE("elements are all that turns into numbers") {
    enum class Kind : unsigned char { cat = 2, dog = 250 };
    enum Sign { minus = -1, plus = 1 };
    struct Half {
        explicit operator float() const { return 0.5f; }
    };
    CHECK(read(std::vector{Kind::cat, Kind::dog}).values == std::vector<double>{2, 250});
    CHECK(read(std::vector{minus, plus}).values == std::vector<double>{-1, 1});
    CHECK(read(std::vector<Half>(2)).values == std::vector<double>{0.5, 0.5});
    CHECK(read(std::vector{std::byte{7}}).values == std::vector<double>{7});
    CHECK(read(std::vector<bool>{true, false, true}).values == std::vector<double>{1, 0, 1});
    const std::vector<bool> bits{false, true};
    CHECK(read(bits).values == std::vector<double>{0, 1});
    CHECK(read({0.5f, 2.0f}).values == std::vector<double>{0.5, 2});
    CHECK(ArrayView(std::vector{Kind::cat}).whole());
    CHECK(ArrayView(bits).whole());
    CHECK_FALSE(ArrayView({0.5}).whole());
}

TEST_CASE("a view holds what was a temporary, and looks at everything else") {
    ArrayView kept = counted(100);
    std::vector<ArrayView> views{Tensor({50, 2}, counted(100)), std::vector<bool>(100, true),
                                 EigenLike<float, true>(3, 2), EigenLike<float, false>(3, 2)};
    views.push_back({1, 2, 3});
    const std::vector<float> other = counted(100);
    views.push_back(std::span(other));
    const ArrayView copy = kept;
    kept = ArrayView();
    const std::vector<float> noise(4096, -1.0f);  // where freed memory is given out again
    CHECK(read(copy).values[99] == 99);
    CHECK(read(views[0]).values[98] == 98);
    CHECK(read(views[1]).values[50] == 1);
    CHECK(read(views[2]) == three_by_two);
    CHECK(read(views[3]) == three_by_two);
    CHECK(read(views[4]).values[2] == 3);
    CHECK(read(views[5]).values[5] == 5);

    std::vector<float> mine = counted(3);
    const ArrayView look = mine;
    mine[1] = 9;
    CHECK(read(look).values[1] == 9);
}

TEST_CASE("one example of a temporary is a copy") {
    const Model<Sequential<Dense<2>>, Input<3>> model{1};
    const std::vector<float> x = counted(6);
    const Tensor all = model.predict(x);
    std::size_t k = 2;
    for (const float value : model.predict(x).example(1)) CHECK(value == all[k++]);
}
