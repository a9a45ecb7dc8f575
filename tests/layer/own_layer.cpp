// SPDX-License-Identifier: MIT
// A layer of a user's own, outside the library's namespace: what it asks for, it gets.
#include "../activation/gelu.cpp"
#include "../activation/tanh.cpp"
#include "add.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "cropping2d.cpp"
#include "dense.cpp"
#include "identity.cpp"
#include "loss_slopes.hpp"
#include "zero_padding2d.cpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace elsewhere {

/// y = a + x (b + x (c + x (d + x e))): five tensors, and scratch that is written whole. How many
/// numbers it has does not depend on the algorithm, which is the direct one.
template <std::size_t Scratch>
struct Polynomial : inlay::LayerDefaults {
    static constexpr std::string_view title = "Polynomial", name = "polynomial";
    static constexpr bool backward_reads_input = true;

    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    static constexpr inlay::WeightSpecs weights(const inlay::Shape& in) {
        inlay::WeightSpecs specs;
        for (const std::string_view letter : {"a", "b", "c", "d", "e"})
            specs.add({.name = letter, .shape = in, .fill = inlay::Ones::fill});
        return specs;
    }

    static constexpr std::size_t scratch_count(const inlay::Shape&, auto, bool, std::size_t) {
        return Scratch;
    }

    template <inlay::Binding binding, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        use(pass.scratch);
        for (std::size_t k = 0; k < pass.count * size; ++k) {
            Scalar y = 0;
            for (std::size_t t = 5; t-- > 0;) y = y * pass.x[k] + pass.weights[t * size + k % size];
            pass.y[k] = y;
        }
    }

    template <inlay::Binding binding, class Scalar>
    static void backward(const inlay::Backward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        use(pass.scratch);
        for (std::size_t k = 0; k < pass.count * size; ++k) {
            Scalar power = pass.dy[k], slope = 0;
            for (std::size_t t = 0; t < 5; ++t, power *= pass.x[k]) {
                pass.gradient[t * size + k % size] += power;
                if (t < 4)
                    slope += power * static_cast<Scalar>(t + 1) *
                             pass.weights[(t + 1) * size + k % size];
            }
            if constexpr (binding.input_gradient)
                pass.dx[k] = binding.accumulate ? pass.dx[k] + slope : slope;
        }
    }

private:
    template <class Scalar>
    static void use(Scalar* scratch) {
        for (std::size_t k = 0; k < Scratch; ++k) scratch[k] = static_cast<Scalar>(k);
    }
};

}  // namespace elsewhere

using namespace inlay;

namespace {

// What lies behind the scratch in the workspace belongs to whoever called: it must stay.
template <class Net>
void check_scratch(double expected) {
    std::vector<float> weights(Net::trainable_count, 1.0f), derived(Net::derived_count + 1);
    constexpr std::size_t room = Net::workspace_count(3), guard = 1000;
    std::vector<float> in(3 * Net::input_shape.size(), 0.5f), out(3 * Net::output_shape.size()),
        workspace(room + guard, -7.0f);
    Net::prepare(weights, {}, std::span(derived).first(Net::derived_count));
    Net::forward({weights.data(), nullptr, derived.data()}, in.data(), out.data(), workspace.data(),
                 3);
    for (std::size_t k = 0; k < guard; ++k) REQUIRE(workspace[room + k] == -7.0f);
    CHECK(out[0] == doctest::Approx(expected));
}

}  // namespace

TEST_CASE("a direct layer has the scratch it asks for") {
    check_scratch<Network<Sequential<elsewhere::Polynomial<1000>>, Input<4>>>(1.9375);
    check_scratch<Network<Sequential<elsewhere::Polynomial<17>>, Input<5, 3>, float, Fast<>>>(
        1.9375);
    check_scratch<Network<Sequential<Add<elsewhere::Polynomial<1>, Flatten>>, Input<1>>>(2.4375);
    static_assert(Network<Sequential<elsewhere::Polynomial<1000>>, Input<4>>::workspace_count() >=
                  1000);
}

TEST_CASE("a layer of five tensors trains, is saved by their names and told in the summary") {
    using Net = Sequential<Dense<3>, elsewhere::Polynomial<1000>, Dense<1>>;
    Model<Net, Input<2>> model{1};
    static_assert(model.parameter_count == 9 + 15 + 4);
    CHECK(model.tensor_names()[6] == "polynomial/e");
    CHECK(model.summary().find("polynomial (Polynomial)") != std::string::npos);
    const std::vector<float> x{0.1f, 0.2f, -0.3f, 0.4f, 0.5f, -0.6f}, y{0.3f, -0.1f, 0.2f};
    auto trainer = model.compile(SGD{.learning_rate = 0.01}, MeanSquaredError{});
    const auto before = model.get_weights();
    const float first = trainer.train_on_batch(x, y)[0];
    for (std::string_view letter : {"a", "b", "c", "d", "e"})
        CHECK(model.weights("polynomial/" + std::string(letter))[0] != 1.0f);
    for (int step = 0; step < 100; ++step) (void)trainer.train_on_batch(x, y);
    CHECK(trainer.evaluate(x, y)[0] < first / 2);
}

TEST_CASE("its gradients are those of central differences") {
    using Net = Sequential<Dense<3>, elsewhere::Polynomial<9>, Dense<1>>;
    Model<Net, Input<2>> model{1};
    const std::vector<float> x{0.1f, 0.2f, -0.3f, 0.4f}, y{0.3f, -0.1f};
    check_loss_slopes(model, x, y);
}

namespace elsewhere {

/// y = x^2, written as if elements always lay one behind the other: a layer that reads no views.
struct Square : inlay::LayerDefaults {
    static constexpr std::string_view title = "Square", name = "square";
    static constexpr bool backward_reads_input = true;

    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    template <inlay::Binding b, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>& pass) {
        for (std::size_t k = 0; k < pass.count * b.in.size(); ++k)
            pass.y[k] = pass.x[k] * pass.x[k];
    }

    template <inlay::Binding b, class Scalar>
    static void backward(const inlay::Backward<Scalar>& pass) {
        for (std::size_t k = 0; k < pass.count * b.in.size(); ++k)
            pass.dx[k] = (b.accumulate ? pass.dx[k] : 0) + 2 * pass.x[k] * pass.dy[k];
    }
};

/// y = a + 2 b: a layer of two inputs.
template <class... Branches>
struct AddTwice : inlay::LayerDefaults {
    using branches = inlay::TypeList<Branches...>;
    static constexpr std::string_view title = "AddTwice", name = "add_twice";

    static constexpr inlay::Shape output(const inlay::Shapes& in, inlay::Complaint&) {
        return in[0];
    }

    template <auto joint, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>& pass) {
        for (std::size_t k = 0; k < pass.count * joint.out.size(); ++k)
            pass.y[k] = pass.inputs[0][k] + 2 * pass.inputs[1][k];
    }

    template <auto joint, class Scalar>
    static void backward(const inlay::Backward<Scalar>& pass) {
        for (std::size_t i = 0; i < joint.inputs; ++i)
            for (std::size_t k = 0; k < pass.count * joint.out.size(); ++k) {
                Scalar& dx = pass.input_gradients[i][k];
                dx = (joint.in[i].accumulate ? dx : 0) + (i == 0 ? 1 : 2) * pass.dy[k];
            }
    }
};

/// y = f(x + x + addend), a number at a time; with data the epilogue hears the place of each.
template <bool data>
struct Doubled : inlay::LayerDefaults {
    static constexpr std::string_view title = "Doubled", name = "doubled";
    static constexpr bool takes_activation = true, takes_data = data;

    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    template <inlay::Binding b, class Epilogue, class Scalar>
    static void forward(const inlay::Forward<Scalar>& pass) {
        constexpr std::size_t size = b.in.size();
        namespace simd = inlay::INLAY_ABI::simd;
        for (std::size_t k = 0; k < pass.count * size; ++k) {
            const auto sum = simd::broadcast(pass.x[k] + pass.x[k]);
            if constexpr (data)
                pass.y[k] =
                    simd::first(Epilogue(pass.attached)(sum, {k / size, 0, 0, k % size, 1}));
            else
                pass.y[k] = simd::first(Epilogue::value(sum));
        }
    }

    template <inlay::Binding b, class Scalar>
    static void backward(const inlay::Backward<Scalar>& pass) {
        for (std::size_t k = 0; k < pass.count * b.in.size(); ++k)
            pass.dx[k] = (b.accumulate ? pass.dx[k] : 0) + 2 * pass.dy[k];
    }
};

}  // namespace elsewhere

namespace naive {

template <bool data>
Batch forward(Of<elsewhere::Doubled<data>>, const Batch& x, Run&) {
    return each(x, [](double v) { return v + v; });
}

inline Batch forward(Of<elsewhere::Square>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v * v; });
}

template <class... Branches>
Batch forward(Of<elsewhere::AddTwice<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run),
                   [](const std::vector<double>& v) { return v[0] + 2 * v[1]; });
}

}  // namespace naive

TEST_CASE("between layers that want borders or make views it gets plain elements") {
    using elsewhere::AddTwice, elsewhere::Square;
    using C3 = Conv2D<2, 3, 3, Same>;
    check::network<Sequential<Square, C3>, Input<4, 5, 2>>();
    check::network<Sequential<C3, Square, C3, Square>, Input<4, 3, 2>>();
    check::network<Sequential<C3, Add<Square, C3>, C3>, Input<3, 4, 2>>();
    check::network<Sequential<C3, Concat<Square, C3, Identity>, Square, Conv2D<1, 1>>,
                   Input<3, 4, 2>>();
    check::network<Sequential<C3, Cropping2D<1>, Square, ZeroPadding2D<1>, C3>, Input<5, 4, 2>>();
    check::network<Sequential<C3, AddTwice<C3, Square>, C3>, Input<3, 4, 2>>();
    check::network<AddTwice<Dense<3>, Sequential<Dense<3>, Square>>, Input<4>>();
}

TEST_CASE("it may have an epilogue: a function of the sum alone, or one that hears of places") {
    using elsewhere::Doubled;
    check::network<Sequential<Dense<5>, Doubled<false>, Tanh, Dense<3>, Doubled<false>, GELU,
                              Add<Doubled<false>, Identity>, Dense<2>>,
                   Input<3>>();
    check::network<Sequential<Dense<5>, Doubled<true>, Tanh, Dense<3>, Doubled<true>, GELU,
                              Add<Doubled<true>, Identity>, GELU, Dense<2>>,
                   Input<3>>();
}
