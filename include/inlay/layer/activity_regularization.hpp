// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ACTIVITY_REGULARIZATION_HPP
#define INLAY_LAYER_ACTIVITY_REGULARIZATION_HPP

#include <inlay/kernel/activity.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/policy.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Hands its input on, and makes what L1<0.01>, L2<0.01> or L1L2<0.01, 0.01> say of an example's
/// elements a part of the loss, as a mean over the batch: Keras's activity_regularizer of the layer
/// before it.
template <class... Rules>
struct ActivityRegularization : LayerDefaults {
    static constexpr std::string_view title = "ActivityRegularization",
                                      name = "activity_regularization";
    static constexpr bool penalizes = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!(requires { Penalty(Rules::penalty); } && ...)) {
            complaint.needs << "needs penalties, L1, L2 or L1L2";
            complaint.remedy << "write ActivityRegularization<L2<0.01>>";
        }
        return in;
    }

    /// y[k] = x[k], and l1 sum_k |x[k]| + l2 sum_k x[k]^2 goes to the loss
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if (pass.penalty)
            kernel::add_activity(penalty.l1, penalty.l2, pass.x, binding.in.elements(), pass.count,
                                 *pass.penalty);
        kernel::copy<binding.in, binding.out, false>(pass.x, pass.y, pass.count);
    }

    /// dx[k] (+)= dy[k] + (l1 sign(x[k]) + 2 l2 x[k]) / batch
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        const auto batch = static_cast<double>(pass.moment.batch);
        kernel::activity_gradient<binding.accumulate>(penalty.l1 / batch, penalty.l2 / batch,
                                                      pass.x, pass.dy, pass.dx,
                                                      pass.count * binding.in.elements());
    }

private:
    static constexpr Penalty penalty{.l1 = (0.0 + ... + Rules::penalty.l1),
                                     .l2 = (0.0 + ... + Rules::penalty.l2)};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ActivityRegularization;
}  // namespace inlay

#endif  // INLAY_LAYER_ACTIVITY_REGULARIZATION_HPP
