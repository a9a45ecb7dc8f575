// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GROUP_NORM_HPP
#define INLAY_LAYER_GROUP_NORM_HPP

#include <inlay/kernel/group_norm.hpp>
#include <inlay/layer/normalizing.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Normalizes groups of neighbouring channels (the last axis), Count of them in each example, by
/// the mean and the variance over all cells and the channels of the group: y = (x - mean) /
/// sqrt(variance + epsilon) gamma + beta (Wu and He 2018); -1: each channel is a group, which is
/// instance normalization. Options: Epsilon (1e-3), NoScale, NoCenter, GammaInit, BetaInit.
template <int Count = 32, class... Given>
struct GroupNorm
    : NormalizingAlone<!option::Options<Given...>::has("scale"),
                       !option::Options<Given...>::has("center"),
                       option::Options<Given...>::template get<"epsilon", Epsilon<1e-3L>>::value> {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "GroupNormalization", name = "group_normalization";
    static constexpr Steps steps = Steps::all;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"epsilon", "scale", "center", "gamma initializer",
                                             "beta initializer"})
                               .view();
        GroupNorm::require_epsilon("GroupNorm<8, Epsilon<1e-3>>", complaint);
        if (complaint.raised()) return in;
        if (Count != -1 && (Count < 1 || in.last() % groups(in.last()) != 0)) {
            complaint.needs << "needs channels that " << Count << " groups can share, but has "
                            << in.last();
            complaint.remedy << "use a number of groups that divides them, or -1 for as many";
        }
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        return GroupNorm::template gamma_and_beta<Options>(in);
    }

    /// The mean of each channel's group, and its inverse deviation.
    static constexpr std::size_t kept_count(const Shape& in) { return 2 * in.last(); }

    /// The same, factors and addends; or sums of dy and dy x^, and what rounding took from them.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool, std::size_t) {
        return 4 * in.last();
    }

    /// y = (x - mean) scale + beta      scale = rstd gamma
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar *const scale = pass.scratch + 2 * channels, *const zeros = scale + channels;
        const Scalar* const beta = GroupNorm::template center_of<binding>(pass.weights);
        if (!beta) kernel::clear(zeros, channels);
        for (std::size_t n = 0; n < pass.count; ++n) {
            const Scalar* const x = pass.x + n * binding.in.size();
            Scalar* const mean = pass.kept ? pass.kept + n * 2 * channels : pass.scratch;
            kernel::group_moments<binding.in>(
                x, GroupNorm::template scale_of<binding>(pass.weights), mean, mean + channels,
                scale, groups(channels), static_cast<Scalar>(GroupNorm::epsilon));
            kernel::normalize<binding.in, binding.out>(x, mean, scale, beta ? beta : zeros,
                                                       pass.y + n * binding.out.size(), n, 1,
                                                       Epilogue(pass.attached));
        }
    }

    /// dgamma += sum dy x^      dbeta += sum dy      x^ = (x - mean) rstd; and dx: see
    /// kernel/group_norm.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar *const constant = pass.scratch, *const of_x = constant + channels;
        Scalar* const of_dy = of_x + channels;
        for (std::size_t n = 0; n < pass.count; ++n) {
            const Scalar* const x = pass.x + n * binding.in.size();
            const Scalar* const dy = pass.dy + n * binding.out.size();
            const Scalar* const mean = pass.kept + n * 2 * channels;
            kernel::clear(pass.scratch, 4 * channels);
            kernel::collect_normalized_gradient<binding.in, binding.out>(
                x, dy, mean, mean + channels, of_x, constant, 2 * channels, 1);
            kernel::join_channel_gradients(
                GroupNorm::template scale_of<binding>(pass.weights), mean + channels,
                GroupNorm::template scale_of<binding>(pass.gradient),
                GroupNorm::template center_of<binding>(pass.gradient), of_dy, of_x, constant,
                channels, groups(channels), binding.in.cells());
            if constexpr (binding.input_gradient)
                kernel::normalized_gradient<binding.in, binding.out, binding.accumulate>(
                    x, dy, mean, of_dy, of_x, constant, pass.dx + n * binding.in.size(), 1);
        }
    }

private:
    static constexpr std::size_t groups(std::size_t channels) {
        return Count < 1 ? channels : static_cast<std::size_t>(Count);
    }
};

template <int Count = 32, class... Given>
using GroupNormalization = GroupNorm<Count, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GroupNorm;
using INLAY_ABI::GroupNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_GROUP_NORM_HPP
