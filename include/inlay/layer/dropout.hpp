// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DROPOUT_HPP
#define INLAY_LAYER_DROPOUT_HPP

#include <inlay/kernel/drop.hpp>
#include <inlay/layer/copying.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// Zeroes each element with probability Rate in training and scales the others by 1 / (1 - Rate);
/// outside of training it does nothing. Rate lies in [0, 1).
template <Number Rate>
struct Dropout : Copying {
    static constexpr std::string_view title = "Dropout", name = "dropout";
    static constexpr Role role = Role::training_only;
    static constexpr Masks masks = Masks::pass;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!(Rate.value >= 0 && Rate.value < 1)) {
            complaint.needs << "needs a rate from 0 to below 1, the share of elements to drop";
            complaint.remedy << "write a share such as Dropout<0.5>";
        }
        return in;
    }

    /// y[k] = kept(k) x[k] / (1 - Rate), kept by a random number of (seed, step, layer, example, k)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::drop<binding.in, binding.out, false>(pass.x, pass.y, pass.count, Rate.value,
                                                     key(pass.moment, binding));
    }

    /// dx[k] (+)= kept(k) dy[k] / (1 - Rate)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::drop<binding.out, binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count, Rate.value, key(pass.moment, binding));
    }

private:
    static constexpr kernel::DropKey key(const Moment& moment, const Binding& binding) {
        return {moment.seed, moment.step, binding.layer, moment.first};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dropout;
}  // namespace inlay

#endif  // INLAY_LAYER_DROPOUT_HPP
