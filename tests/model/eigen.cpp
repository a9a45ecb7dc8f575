// SPDX-License-Identifier: MIT
// Eigen's matrices, maps, blocks, expressions and tensors as data.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#define EIGEN_DONT_VECTORIZE  // GCC warns of its own intrinsics there
#if __has_include(<eigen3/Eigen/Core>)
#include <eigen3/Eigen/Core>
#elif __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif
#if __has_include(<eigen3/unsupported/Eigen/CXX11/Tensor>)
#include <eigen3/unsupported/Eigen/CXX11/Tensor>
#endif

#include <vector>

using namespace inlay;

#if defined(EIGEN_CORE_H)

namespace {

std::vector<double> values_of(const ArrayView& array) {
    std::vector<double> values(array.size());
    array.read(0, values.size(), values.data());
    return values;
}

std::vector<std::size_t> shape_of(const ArrayView& array) {
    return {array.shape().begin(), array.shape().end()};
}

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Eigen::MatrixXf numbered(Eigen::Index rows, Eigen::Index columns) {
    Eigen::MatrixXf matrix(rows, columns);
    for (Eigen::Index r = 0; r < rows; ++r)
        for (Eigen::Index c = 0; c < columns; ++c) matrix(r, c) = static_cast<float>(10 * r + c);
    return matrix;
}

}  // namespace

TEST_CASE("Eigen's matrices are read row by row") {
    const Eigen::MatrixXf columns = numbered(3, 2);
    const Rows rows = columns;
    const std::vector<double> expected{0, 1, 10, 11, 20, 21};
    const std::vector<double> turned{0, 10, 20, 1, 11, 21};
    CHECK(values_of(columns) == expected);
    CHECK(values_of(rows) == expected);
    CHECK(shape_of(columns) == std::vector<std::size_t>{3, 2});
    CHECK(values_of(Eigen::Matrix<int, 3, 2>(columns.cast<int>())) == expected);
    CHECK(values_of(columns.array()) == expected);
    CHECK(values_of(columns.transpose()) == turned);
    CHECK(values_of(rows.transpose()) == turned);
    CHECK(shape_of(rows.transpose()) == std::vector<std::size_t>{2, 3});
}

TEST_CASE("Eigen's maps and blocks have strides of their own") {
    const Eigen::MatrixXf all = numbered(6, 5);
    const Rows rows = all;
    const std::vector<double> inner{12, 13, 22, 23, 32, 33};
    CHECK(values_of(all.block(1, 2, 3, 2)) == inner);
    CHECK(values_of(rows.block(1, 2, 3, 2)) == inner);
    CHECK(values_of(rows.middleRows(1, 2)) ==
          std::vector<double>{10, 11, 12, 13, 14, 20, 21, 22, 23, 24});
    CHECK(values_of(all.row(2)) == std::vector<double>{20, 21, 22, 23, 24});
    CHECK(values_of(rows.col(1)) == std::vector<double>{1, 11, 21, 31, 41, 51});
    CHECK(values_of(all.reverse().block(0, 0, 1, 2)) == std::vector<double>{54, 53});
    const std::vector<float> memory{0, 1, -1, 10, 11, -1};
    const Eigen::Map<const Rows, 0, Eigen::OuterStride<>> map(memory.data(), 2, 2,
                                                              Eigen::OuterStride<>(3));
    CHECK(values_of(map) == std::vector<double>{0, 1, 10, 11});
    const Eigen::Map<const Eigen::MatrixXf, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>> both(
        memory.data(), 2, 2, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>(1, 3));
    CHECK(values_of(both) == std::vector<double>{0, 1, 10, 11});
    const Eigen::Ref<const Eigen::MatrixXf> ref = all.topRows(1);
    CHECK(values_of(ref) == std::vector<double>{0, 1, 2, 3, 4});
}

TEST_CASE("Eigen's expressions are evaluated, and its vectors are flat") {
    const Eigen::MatrixXf matrix = numbered(3, 2);
    CHECK(values_of(matrix.array() / 2.0f) == std::vector<double>{0, 0.5, 5, 5.5, 10, 10.5});
    CHECK(values_of(matrix * Eigen::MatrixXf::Identity(2, 2)) == values_of(matrix));
    const Eigen::VectorXf vector = Eigen::VectorXf::LinSpaced(6, 0, 5);
    CHECK(ArrayView(vector).flat());
    CHECK(values_of(vector) == std::vector<double>{0, 1, 2, 3, 4, 5});
    CHECK(ArrayView(Eigen::RowVectorXd(vector.cast<double>().transpose())).flat());

    Model<Sequential<Dense<2, Softmax>>, Input<2>> model{1};
    CHECK(model.predict(vector).shape() == std::vector<std::size_t>{3, 2});
    const ArrayView kept = Eigen::MatrixXf(numbered(3, 2));
    CHECK(values_of(kept) == values_of(matrix));
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    CHECK(trainer.test_on_batch(matrix, Eigen::Vector3i(0, 1, 1)) ==
          trainer.test_on_batch(Rows(matrix), std::vector<int>{0, 1, 1}));
}

#if defined(EIGEN_CXX11_TENSOR_TENSOR_H)
TEST_CASE("Eigen's tensors are read in the order of rows") {
    Eigen::Tensor<float, 3> first(2, 3, 4);
    Eigen::Tensor<float, 3, Eigen::RowMajor> last(2, 3, 4);
    for (int a = 0; a < 2; ++a)
        for (int b = 0; b < 3; ++b)
            for (int c = 0; c < 4; ++c)
                first(a, b, c) = last(a, b, c) = static_cast<float>(100 * a + 10 * b + c);
    CHECK(values_of(first) == values_of(last));
    CHECK(values_of(first)[5] == 11);
    CHECK(shape_of(first) == std::vector<std::size_t>{2, 3, 4});
    const Eigen::TensorMap<Eigen::Tensor<float, 3>> map(first.data(), 2, 3, 4);
    CHECK(values_of(map) == values_of(last));
}
#endif

#else

TEST_CASE("Eigen is not here") { MESSAGE("install libeigen3-dev to test with it"); }

#endif
