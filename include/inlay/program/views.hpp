// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_VIEWS_HPP
#define INLAY_PROGRAM_VIEWS_HPP
// Which values lie in whose memory: what only renames, cuts out, pads or joins is a view, and its
// step is dropped.

#include <inlay/program/program.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// How a value lies in the memory of its root.
template <std::size_t Capacity>
constexpr Map map_of(const Program<Capacity>& p, int number) {
    const Value& value = p.values[number];
    if (value.parent < 0) return {value.shape, value.halo};
    const Map parent = map_of(p, value.parent);
    if (!value.reshaped) return parent.slice(value.shape, value.at, value.channel);
    Map map = parent.reshaped(value.shape);
    map.first += value.channel;
    return map;
}

/// A value's cells and channels in its root's.
struct Region {
    int root = 0;
    int first[3]{};
    std::size_t channel = 0;
    bool reshaped = false;
};

template <std::size_t Capacity>
constexpr Region region_of(const Program<Capacity>& p, int number) {
    Region region{.root = number};
    while (p.values[region.root].parent >= 0) {
        const Value& value = p.values[region.root];
        for (int a = 0; a < 3; ++a) region.first[a] += value.at[a];
        region.channel += value.channel;
        region.reshaped = region.reshaped || value.reshaped;
        region.root = value.parent;
    }
    return region;
}

/// The border of zeros around a value; around a part of its root's cells, what lies next to them.
template <std::size_t Capacity>
constexpr Halo border_of(const Program<Capacity>& p, int number) {
    const Value& root = p.values[p.values[number].storage];
    if (root.halo.empty()) return root.halo;
    const Region region = region_of(p, number);
    const Map value(p.values[number].shape), whole(root.shape);
    const auto next_to = [&](int axis, bool behind) {
        const int end = region.first[axis] + static_cast<int>(value.axes[axis].cells);
        if (behind)
            return end < static_cast<int>(whole.axes[axis].cells) ? 0 : root.halo.behind(axis);
        return region.first[axis] > 0 ? 0 : root.halo.before(axis);
    };
    return {next_to(1, false), next_to(1, true),  next_to(2, false),
            next_to(2, true),  next_to(0, false), next_to(0, true)};
}

/// Whether a value has all cells of its root, and which border it needs there.
struct Fit {
    bool all_cells = true;
    Halo border;
};

template <std::size_t Capacity>
constexpr Fit fit(const Program<Capacity>& p, int number, const Halo& wanted) {
    const Region region = region_of(p, number);
    const Map value(p.values[number].shape), root(p.values[region.root].shape);
    Fit result;
    std::size_t before[3]{}, behind[3]{};
    for (int a = 0; a < 3; ++a) {
        const auto cells = [](std::size_t count) { return static_cast<int>(count); };
        const int first = region.first[a], end = first + cells(value.axes[a].cells);
        result.all_cells = result.all_cells && first <= 0 && end >= cells(root.axes[a].cells);
        const int low = cells(wanted.before(a)) - first;
        const int high = end + cells(wanted.behind(a)) - cells(root.axes[a].cells);
        before[a] = static_cast<std::size_t>(low < 0 ? 0 : low);
        behind[a] = static_cast<std::size_t>(high < 0 ? 0 : high);
    }
    result.border = {before[1], behind[1], before[2], behind[2], before[0], behind[0]};
    return result;
}

/// The input of a network that lies where a stored value does, or -1; likewise its output.
template <std::size_t Capacity>
constexpr int input_in(const Program<Capacity>& p, int storage) {
    for (int k = 0; k < p.input_count; ++k)
        if (p.inputs[k].value == storage) return k;
    return -1;
}
template <std::size_t Capacity>
constexpr int output_in(const Program<Capacity>& p, int storage) {
    for (int k = 0; k < p.output_count; ++k)
        if (p.values[p.outputs[k].value].storage == storage) return k;
    return -1;
}

/// Whether a value has all elements of its root.
template <std::size_t Capacity>
constexpr bool is_whole(const Program<Capacity>& p, int number) {
    const Region region = region_of(p, number);
    const Shape& root = p.values[region.root].shape;
    if (region.reshaped) return p.values[number].shape.size() == root.size();
    return fit(p, number, {}).all_cells && region.channel == 0 &&
           p.values[number].shape.last() == root.last();
}

template <std::size_t Capacity>
struct Viewing {
    Program<Capacity>& p;

    /// Gives the root of a value the border that the value wants, if it can have one; cells around
    /// a part of its root's are none of a border.
    constexpr bool widen(int number, const Halo& wanted) const {
        const Region region = region_of(p, number);
        if (region.reshaped) return wanted.empty();
        Value& root = p.values[region.root];
        const Fit needed = fit(p, number, wanted);
        const Halo border = root.halo.joined(needed.border);
        if (!wanted.empty() && !needed.all_cells) return false;
        if (root.dense && border != root.halo) return false;
        root.halo = border;
        return true;
    }

    /// Binds the root of a value to have no border; false where it has one, or where its elements
    /// are not the value's alone.
    constexpr bool make_plain(int number) const {
        Value& root = p.values[region_of(p, number).root];
        if (!root.halo.empty() || !is_whole(p, number)) return false;
        root.dense = true;
        return true;
    }

    /// An output of a network is the caller's memory, which holds no input beside it, no other
    /// output, and nothing whose gradient another loss makes.
    constexpr bool may_share(int from, int to) const {
        if (p.values[to].result < 0) return true;
        const int root = region_of(p, from).root;
        for (int k = 0; k < p.output_count; ++k) {
            const Result& other = p.outputs[k];
            if (k == p.values[to].result) continue;
            if (region_of(p, other.value).root == root) return false;
            if (region_of(p, other.gradient).root == root) return false;
        }
        return p.values[root].input < 0;
    }

    constexpr bool rename(const Step& step, int from) const {
        const Value& in = p.values[from];
        Value& out = p.values[step.output];
        if (!may_share(from, step.output)) return false;
        const bool alike = in.shape == out.shape;
        if (!alike && !out.halo.empty()) return false;
        if ((out.plain || !alike) && !make_plain(from)) return false;
        if (!widen(from, out.halo)) return false;
        out.parent = from;
        out.reshaped = !alike;
        return true;
    }

    /// One of several outputs of a layer.
    constexpr bool part(const Step& step, int from) const {
        Value& out = p.values[step.output];
        out.parent = from;
        out.channel = step.channel;
        out.reshaped = true;
        return true;
    }

    /// A part of the input's cells, or all of them with some of its border.
    constexpr bool cut(const Step& step, int from) const {
        Value& out = p.values[step.output];
        if (out.result >= 0 || out.plain || region_of(p, from).reshaped) return false;
        if (step.role == Role::pad && !fit(p, from, {}).all_cells) return false;
        if (step.role == Role::crop && !out.halo.empty()) return false;
        const Halo wanted = out.halo;
        out.parent = from;
        for (int a = 0; a < 3; ++a) out.at[a] = step.offset[a];
        if (step.role == Role::crop || widen(step.output, wanted)) return true;
        out.parent = -1;
        for (int& first : out.at) first = 0;
        return false;
    }

    /// Lets the inputs of a concatenation lie side by side in its output; those that cannot are
    /// copied there. Whether all can.
    constexpr bool join(const Step& step) const {
        bool all = true;
        Joined next;
        for (int k = 0; k < step.reads; ++k) {
            Read& read = p.reads[step.first_read + k];
            read.in_place = place(read.value, step, next);
            all = all && read.in_place;
            next.pass(p.values[read.value].shape, step.axis);
        }
        return all;
    }

    /// Whether all readers of a value take it with a border that they do not want.
    constexpr bool takes_border(int number) const {
        if (p.values[number].plain || p.values[number].dense) return false;
        for (int s = 0; s < p.step_count; ++s)
            for (int k = 0; k < p.steps[s].reads && !p.steps[s].removed; ++k) {
                const Step& step = p.steps[s];
                if (p.reads[step.first_read + k].value != number) continue;
                const bool same = p.values[step.output].shape == p.values[number].shape;
                if (step.role == Role::crop || step.role == Role::pad || step.role == Role::concat)
                    return false;
                if (step.role == Role::shape_only && !(same && takes_border(step.output)))
                    return false;
            }
        return true;
    }

    /// Lets what a step makes lie where its addend does, if nobody reads that any more and the step
    /// itself reads nothing else there.
    constexpr bool add_in_place(int number) const {
        const Step& step = p.steps[number];
        const int addend = step.first_read + step.inputs(), from = p.reads[addend].value;
        const int root = region_of(p, from).root;
        Value& out = p.values[step.output];
        if (p.values[root].input >= 0 || out.result >= 0) return false;
        if (p.values[root].shape != out.shape || !is_whole(p, from)) return false;
        for (int s = number; s < p.step_count; ++s)
            for (int k = 0; k < p.steps[s].reads && !p.steps[s].removed; ++k) {
                const int read = p.steps[s].first_read + k;
                if (read != addend && region_of(p, p.reads[read].value).root == root) return false;
            }
        for (int k = 0; k < p.output_count; ++k)
            for (const int kept : {p.outputs[k].value, p.outputs[k].gradient})
                if (region_of(p, kept).root == root) return false;
        const Halo border = p.values[root].halo;
        if (border.empty() && !out.halo.empty()) return false;
        if (border.joined(out.halo) != out.halo && !takes_border(step.output)) return false;
        if (!widen(from, out.halo)) return false;
        if (out.plain) p.values[root].dense = true;
        out.parent = from;
        return true;
    }

    /// Gives what a step makes and its addend one border, so that they can have one gradient.
    constexpr void align_addend(int number) const {
        const Step& step = p.steps[number];
        const int from = p.reads[step.first_read + step.inputs()].value;
        Value& out = p.values[step.output];
        Value& root = p.values[region_of(p, from).root];
        if (out.parent >= 0 || root.shape != out.shape || !is_whole(p, from)) return;
        if (!root.needs_gradient) return;
        if (region_of(p, p.reads[step.first_read].value).root == region_of(p, from).root) return;
        const Halo joined = root.halo.joined(out.halo);
        if (joined != root.halo && root.dense) return;
        if (joined != out.halo && !takes_border(step.output)) return;
        root.halo = out.halo = joined;
    }

    /// Whether an input of a concatenation can lie there; one whose cells are a part of all has
    /// neighbours where another one has a border.
    constexpr bool place(int number, const Step& step, const Joined& place) const {
        const int in = step.output, from = region_of(p, number).root;
        Value &part = p.values[from], &whole = p.values[in];
        if (part.input >= 0 || from == in || part.dense || part.plain) return false;
        if (part.shape != p.values[number].shape || !is_whole(p, number)) return false;
        if (step.axis < 3 && !part.halo.empty()) return false;
        if (!part.halo.empty() && (whole.dense || whole.plain)) return false;
        whole.halo = whole.halo.joined(part.halo);
        part.parent = in;
        for (int a = 0; a < 3; ++a) part.at[a] = place.at[a];
        part.channel = place.channel;
        return true;
    }
};

/// The borders that readers want, and what must lie without one.
template <std::size_t Capacity>
constexpr void collect_wishes(Program<Capacity>& p) {
    const auto plain = [&](int value) { p.values[value].plain = p.values[value].dense = true; };
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        for (int k = 0; k < step.inputs(); ++k) {
            Value& in = p.values[p.reads[step.first_read + k].value];
            in.halo = in.halo.joined(step.halo);
            if (!step.views) plain(p.reads[step.first_read + k].value);
        }
        if (!step.views) plain(step.output);
    }
    for (int k = 0; k < p.output_count; ++k) {
        plain(p.outputs[k].value);
        plain(p.outputs[k].gradient);
    }
}

/// Makes views of values and drops the steps that they make needless.
template <std::size_t Capacity>
constexpr void make_views(Program<Capacity>& p, bool training) {
    collect_wishes(p);
    const Viewing<Capacity> viewing{p};
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        if (step.removed) continue;
        const int from = p.reads[step.first_read].value;
        // Outside of training, what does nothing then; what stays copies.
        if (step.role == Role::training_only && !training) step.role = Role::shape_only;
        if (step.role == Role::part) step.removed = viewing.part(step, from);
        if (step.role == Role::shape_only) step.removed = viewing.rename(step, from);
        if (step.role == Role::crop || step.role == Role::pad)
            step.removed = viewing.cut(step, from);
        if (step.role == Role::concat) step.removed = viewing.join(step);
        if (!step.epilogue.adds) continue;
        // What is read in a backward pass must stay.
        if (training) viewing.align_addend(s);
        if (!training && step.takes.in_place) viewing.add_in_place(s);
    }
    for (int v = 0; v < p.value_count; ++v)
        p.values[v].storage = p.values[v].gradient = region_of(p, v).root;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_VIEWS_HPP
