// SPDX-License-Identifier: MIT
#include <inlay/activation/relu.hpp>
#include <inlay/activation/softmax.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/dense.hpp>
#include <inlay/layer/dropout.hpp>
#include <inlay/layer/flatten.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/random_rotation.hpp>
#include <inlay/layer/rescaling.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/text/type_name.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace elsewhere {
template <class...>
struct Layer {};
}  // namespace elsewhere

namespace {

template <class Type>
std::string written() {
    return std::string(type_name<Type>().view());
}

std::string number(double value) {
    Sentence sentence;
    naming::append_number(sentence, value);
    return std::string(sentence.view());
}

}  // namespace

TEST_CASE("types are written as they are typed") {
    CHECK(written<Flatten>() == "Flatten");
    CHECK(written<Dense<10, Softmax>>() == "Dense<10, Softmax>");
    CHECK(written<Conv2D<32, 3, 3, ReLU, Same>>() == "Conv2D<32, 3, 3, ReLU, Same>");
    CHECK(written<Conv2D<32, 3, 3, Strides<2, 1>>>() == "Conv2D<32, 3, 3, Strides<2, 1>>");
    CHECK(written<MaxPool<2, 3>>() == "MaxPool<2, 3>");
    CHECK(written<Add<Identity, Sequential<Dense<7>>>>() == "Add<Identity, Sequential<Dense<7>>>");
    CHECK(written<Input<28, 28, 1>>() == "Input<28, 28, 1>");
    CHECK(written<elsewhere::Layer<ReLU, elsewhere::Layer<>>>() == "Layer<ReLU, Layer<>>");
}

TEST_CASE("numbers in types are plain decimals") {
    CHECK(written<Dropout<0.25>>() == "Dropout<0.25>");
    CHECK(written<Dropout<0.5f>>() == "Dropout<0.5>");
    CHECK(written<Dropout<0>>() == "Dropout<0>");
    CHECK(written<Dropout<1.5>>() == "Dropout<1.5>");
    CHECK(written<Dropout<-0.1>>() == "Dropout<-0.1>");
    CHECK(written<RandomRotation<0.25>>() == "RandomRotation<0.25>");
    CHECK(written<RandomRotation<Factor(-0.1, 0.2), Nearest>>() ==
          "RandomRotation<Factor(-0.1, 0.2), Nearest>");
    CHECK(written<Rescaling<1.0 / 255>>() == "Rescaling<0.00392157>");
    CHECK(written<Rescaling<1.0 / 127.5, -1>>() == "Rescaling<0.00784314, -1>");
    CHECK(written<BatchNorm<>>() == "BatchNorm<>");
    CHECK(written<BatchNorm<Momentum<0.99>, Epsilon<1e-3>, NoScale>>() ==
          "BatchNorm<Momentum<0.99>, Epsilon<0.001>, NoScale>");
    CHECK(written<BatchNorm<Epsilon<1.001e-5>>>() == "BatchNorm<Epsilon<0.00001001>>");
}

TEST_CASE("decimals") {
    CHECK(number(0) == "0");
    CHECK(number(1) == "1");
    CHECK(number(10) == "10");
    CHECK(number(-0.5) == "-0.5");
    CHECK(number(127.5) == "127.5");
    CHECK(number(1.0 / 3) == "0.333333");
    CHECK(number(123456789) == "123457000");
    CHECK(number(0.999999999) == "1");
    CHECK(number(1e-7) == "0.0000001");
    CHECK(number(2.5e20) == "25e19");
}
