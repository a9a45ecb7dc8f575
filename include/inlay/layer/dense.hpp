// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DENSE_HPP
#define INLAY_LAYER_DENSE_HPP

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/dense.hpp>
#include <inlay/kernel/dense_narrow.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/layer/panel_product.hpp>

namespace inlay::INLAY_ABI {

/// y[o] = f(b[o] + sum_i x[i] w[i][o]) on the last axis: (features) -> (Units), or
/// (height, width, channels) -> (height, width, Units). Options: an activation, NoBias, KernelInit,
/// BiasInit, and regularizers and constraints of the kernel and the bias.
template <int Units, class... Given>
struct Dense : LayerDefaults {
    using Options = option::Options<Given...>;
    using Activate = typename Options::template get<"activation", Linear>;

    static constexpr std::string_view title = "Dense", name = "dense";
    static constexpr Role role = Role::linear;
    static constexpr bool takes_activation = true;
    static constexpr bool takes_data = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool frozen_reads_input = false;
    static constexpr bool skips_gradient = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr auto units = static_cast<std::size_t>(Units);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "bias", "kernel initializer",
                                             "bias initializer", "kernel regularizer",
                                             "kernel constraint", "bias regularizer",
                                             "bias constraint"})
                               .view();
        if (Units < 1) {
            complaint.needs << "has " << Units << " units but needs one at least";
            complaint.remedy << "write Dense<10>, with the number of outputs";
        } else if (in.rank() < 1) {
            complaint.needs << "needs a last axis of features";
            complaint.remedy << "give the network an input such as Input<784>";
        }
        return complaint.raised() ? in : in.with_last(units);
    }

    /// A vector is read and written as it lies; the cells of other inputs may lie anywhere.
    static constexpr bool views(const Shape& in) { return in.rank() > 1; }

    /// The sums of a vector wait in the output.
    static constexpr bool adds_in_place(const Shape& in) { return in.size() > in.last(); }
    static constexpr Masks masks = Masks::pass;

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        specs.add(Options::kernel({"kernel", {in.last(), units}}));
        if (has_bias) specs.add(Options::bias({"bias", Shape{units}}));
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{in.size()} * units;
    }

    /// From 64 Ki weights on, one gradient serves the whole batch and is shared out by its rows.
    static constexpr bool shared(const Shape& in) {
        return in.rank() == 1 && in.last() * units >= 64 * 1024;
    }

    /// Many weights that meet the cells of a map.
    using Panels = PanelProduct<Windows{}, units>;
    static constexpr bool in_panels(const Map& in) {
        return in.cells() > 1 && in.depth() == 1 && Panels::fits(in.channels());
    }

    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm) {
        return in_panels(Map(in)) ? Panels::forward_copy_count(in.last()) : 0;
    }

    template <Algorithm, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        Panels::copy_for_forward(in.last(), weights, copy);
    }

    /// The transposed kernel, for the input gradient; shared layers do without.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm) {
        if (in_panels(Map(in))) return Panels::backward_copy_count(in.last());
        return shared(in) ? 0 : in.last() * units;
    }

    template <Algorithm, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        if (in_panels(Map(in)))
            Panels::copy_for_backward(in.last(), weights, copy);
        else
            kernel::transpose_taps(weights, copy, 1, in.last(), units, units);
    }

    /// The layer as a convolution of one cell, for inputs of more cells than one. The images of a
    /// volume are one image of all rows where these lie evenly.
    static constexpr kernel::Convolution per_cell(const Binding& b) {
        const auto even = [](const Map& m) { return m.plane() == m.height() * m.pitch(); };
        const bool one_image = b.in.depth() == 1 || (even(b.in) && even(b.out));
        kernel::Convolution c{.height = one_image ? b.out.rows() : b.out.height(),
                              .width = b.out.width(),
                              .channels = units,
                              .kernel_height = 1,
                              .kernel_width = 1,
                              .in_channels = b.in.channels(),
                              .in_start = b.in.origin(),
                              .in_pitch = b.in.pitch(),
                              .in_size = b.in.size(),
                              .out_start = b.out.origin(),
                              .out_pitch = b.out.pitch(),
                              .out_size = b.out.size()};
        if (b.in.pixel() != c.in_channels) c.in_cell = b.in.pixel();
        if (b.out.pixel() != c.channels) c.out_cell = b.out.pixel();
        if (one_image) return c;
        c.depth = b.out.depth();
        c.in_plane = b.in.plane();
        c.out_plane = b.out.plane();
        return c;
    }

    static constexpr bool is_vector(const Binding& b) {
        return b.in.cells() == 1 && b.in.dense() && b.out.dense();
    }

    /// Whether sums are cut into segments; not those of a sequence, so that one step of it gives
    /// the bits of the whole.
    static constexpr bool is_narrow(const Binding& b) {
        return is_vector(b) && b.rank <= 1 && kernel::is_narrow(b.in.channels(), units);
    }

    /// y[o] = f(b[o] + sum_i x[i] w[i][o])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t in = binding.in.channels();
        const Scalar* bias = binding.bias ? pass.weights + in * units : nullptr;
        if constexpr (is_narrow(binding))
            kernel::dense_narrow<in, units>(pass.x, pass.weights, bias, pass.y, pass.count,
                                            Epilogue(pass.attached));
        else if constexpr (is_vector(binding))
            kernel::dense<in, units, units>(pass.x, pass.weights, bias, pass.y, pass.count,
                                            Epilogue(pass.attached));
        else if constexpr (in_panels(binding.in))
            Panels::template forward<binding.in, binding.out>(pass, bias, Epilogue(pass.attached));
        else
            kernel::convolve<per_cell(binding)>(pass.x, pass.weights, bias, pass.y, pass.count,
                                                Epilogue(pass.attached));
    }

    /// dw[i][o] += x[i] dy[o]      db[o] += dy[o]      dx[i] = sum_o dy[o] w[i][o]; dx
    /// alone where the layer is frozen
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t in = binding.in.channels();
        if constexpr (is_vector(binding)) {
            if constexpr (!binding.frozen)
                kernel::dense_weight_gradient<in, units, in, true>(pass.x, pass.dy, pass.gradient,
                                                                   pass.count);
            if constexpr (has_bias && !binding.frozen)
                kernel::sum_rows<true>(pass.dy, pass.gradient + in * units, pass.count, units);
            if constexpr (binding.input_gradient && shared(Shape{in}))
                kernel::dense_input_gradient_of_rows<in, units, in, binding.accumulate>(
                    pass.dy, pass.weights, pass.dx, pass.count);
            else if constexpr (binding.input_gradient)
                kernel::dense_input_gradient<in, units, binding.accumulate>(pass.dy, pass.copy,
                                                                            pass.dx, pass.count);
        } else if constexpr (in_panels(binding.in)) {
            constexpr kernel::Convolution c = per_cell(binding);
            if constexpr (binding.frozen) {
                if constexpr (binding.input_gradient)
                    Panels::template input_gradient<c, binding, binding.out>(
                        pass.copy, pass.dy, pass.dx, pass.count, pass.scratch);
            } else {
                Panels::template backward<c, binding, binding.out>(pass, pass.x, pass.dy, pass.dx,
                                                                   pass.count, pass.scratch);
                if constexpr (has_bias)
                    kernel::sum_pixels<c>(pass.dy, pass.gradient + c.kernel_count(), pass.count);
            }
        } else if constexpr (binding.frozen) {
            if constexpr (binding.input_gradient)
                kernel::convolve_input_gradient<per_cell(binding), binding.accumulate>(
                    pass.dy, pass.copy, pass.dx, pass.count);
        } else {
            kernel::convolve_backward<per_cell(binding), has_bias, binding.input_gradient,
                                      binding.accumulate>(pass.x, pass.dy, pass.copy, pass.dx,
                                                          pass.gradient, pass.count);
        }
    }

    /// Room for the gradient of the largest part, which a shared layer's backward pass makes, or
    /// what a product in panels needs.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool training,
                                               std::size_t examples) {
        if (in_panels(Map(in)))
            return Panels::scratch_count(Map(in), Map(in.with_last(units)), training, examples);
        const std::size_t rows = in.last() < part_rows ? in.last() : part_rows;
        return training && shared(in) ? (rows + has_bias) * units : 0;
    }

    /// Into how many parts, by rows of the weights, a shared layer's backward pass is cut. A part's
    /// weights end where the next part's begin; the last part has the bias too.
    static constexpr std::size_t parts(std::size_t features) {
        return kernel::divided_up(features, part_rows);
    }
    static constexpr std::size_t part_rows = 96;
    static constexpr std::size_t part_begin(std::size_t part) { return part * part_rows * units; }

    /// The columns of a shared layer's forward pass are cut likewise.
    static constexpr std::size_t part_columns = 96;
    static constexpr std::size_t forward_parts = kernel::divided_up(units, part_columns);

    /// One part of y for the whole batch.
    template <Binding binding, class Epilogue, class Scalar>
    static void forward_part(const Forward<Scalar>& pass, std::size_t part) {
        constexpr std::size_t in = binding.in.channels();
        const std::size_t first = part * part_columns;
        const Scalar* bias = binding.bias ? pass.weights + in * units + first : nullptr;
        kernel::for_part<units, part_columns>(part, [&](auto columns) INLAY_INLINE_LAMBDA {
            kernel::dense<in, units, columns>(pass.x, pass.weights + first, bias, pass.y + first,
                                              pass.count,
                                              Epilogue(pass.attached).from_channel(first));
        });
    }

    /// One part of dw, assigned from where `gradient` begins, and of dx, for the whole batch;
    /// the last part also makes db.
    template <Binding binding, class Scalar>
    static void backward_part(const Backward<Scalar>& pass, std::size_t part) {
        constexpr std::size_t in = binding.in.channels();
        const std::size_t first = part * part_rows;
        kernel::for_part<in, part_rows>(part, [&](auto rows) INLAY_INLINE_LAMBDA {
            if constexpr (!binding.frozen)
                kernel::dense_weight_gradient<in, units, rows, false>(pass.x + first, pass.dy,
                                                                      pass.gradient, pass.count);
            if constexpr (binding.input_gradient)
                kernel::dense_input_gradient_of_rows<in, units, rows, binding.accumulate>(
                    pass.dy, pass.weights + first * units, pass.dx + first, pass.count);
        });
        if (has_bias && !binding.frozen && first + part_rows >= in)
            kernel::sum_rows<false>(pass.dy, pass.gradient + (in - first) * units, pass.count,
                                    units);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dense;
}  // namespace inlay

#endif  // INLAY_LAYER_DENSE_HPP
