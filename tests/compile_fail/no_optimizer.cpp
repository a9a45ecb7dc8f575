// SPDX-License-Identifier: MIT
// An optimizer of the user's own that lacks something.
// FIRST: compile: Descent is no optimizer: it lacks moments (from 0 to 6), a const update
// EXPECT: (inlay/train/optimizer.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

struct Descent {
    static constexpr std::string_view name = "descent";
#ifdef MISTAKE
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t) {
#else
    static constexpr int moments = 0;
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t) const {
#endif
        for (std::size_t k = 0; k < s.count; ++k) s.weights[k] -= s.gradient[k];
    }
};

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
    auto trainer = model.compile(Descent{}, MeanSquaredError{});
    (void)trainer;
}
