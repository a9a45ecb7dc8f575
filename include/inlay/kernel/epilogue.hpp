// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_EPILOGUE_HPP
#define INLAY_KERNEL_EPILOGUE_HPP
// What becomes of a sum before it is stored: a kernel calls epilogue(sum, place) and stores what it
// returns. Most epilogues are a function and no data. Others add another value to the sum, keep it
// for the derivative, or have weights in the function.

#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::kernel {

/// Where a pack of sums belongs: some channels of one cell of one example. The rows are those of
/// all images of a volume.
struct Place {
    std::size_t example = 0, row = 0, column = 0, channel = 0;
    int lanes = 1;
};

/// A map that is read at the places of another.
struct Spread {
    Map map{};        ///< with the other's cells, and steps of 0 where one cell serves them all
    bool along[3]{};  ///< the axes where it does
    bool channel = false;  ///< one channel serves all

    constexpr Spread() = default;
    constexpr Spread(const Map& in, const Map& out) : map(in), channel(in.vector < out.vector) {
        for (int a = 0; a < 3; ++a) {
            if (in.axes[a].cells == out.axes[a].cells) continue;
            along[a] = true;
            map.axes[a] = {out.axes[a].cells, 0};
        }
    }

    constexpr bool spreads() const { return along[0] || along[1] || along[2] || channel; }

    /// The places of the output that one element of the input serves, as rows and columns.
    constexpr Chains served(const Map& out) const {
        return {(along[0] ? out.depth() : 1) * (along[1] ? out.height() : 1),
                along[2] ? out.width() : 1};
    }
};

/// The sum as it is.
struct NoEpilogue {
    template <class Pack>
    INLAY_INLINE Pack operator()(Pack sum, const Place&) const {
        return sum;
    }
};

/// What an epilogue reads and writes beside the sum, at the places of the output.
struct Attachments {
    bool adds = false, keeps = false, weighs = false;
    Map addend{}, kept{};
    Spread weights{};

    constexpr bool none() const { return !adds && !keeps && !weighs; }

    /// Whether all of them lie as elements one behind the other do, which a kernel may then take
    /// for the channels of one cell: of all examples, or of one row.
    constexpr bool plain(const Map& out) const {
        return fit(out, [](const Map& map) { return map.dense(); });
    }
    constexpr bool by_rows(const Map& out) const {
        return fit(out, [](const Map& map) { return map.dense_rows(); });
    }

private:
    template <class Lies>
    constexpr bool fit(const Map& out, Lies lies) const {
        const auto fits = [&](const Map& map) { return lies(map) && map.alike(out); };
        return (!adds || fits(addend)) && (!keeps || fits(kept)) && (!weighs || fits(weights.map));
    }
};

/// Where it lies.
template <class Scalar>
struct Attached {
    const Scalar* addend = nullptr;
    Scalar* kept = nullptr;
    const Scalar* weights = nullptr;
};

/// The element of a map at a place.
template <Map map>
INLAY_INLINE constexpr std::size_t offset_at(const Place& place) {
    return place.example * map.size() + map.row(place.row) + place.column * map.pixel() +
           place.channel;
}

/// What a spread map has at a place.
template <Spread from, class Scalar>
INLAY_INLINE simd::Pack<Scalar> read_at(const Scalar* x, Place place) {
    if constexpr (from.channel) {
        place.channel = 0;
        return simd::broadcast(x[offset_at<from.map>(place)]);
    } else {
        return simd::load_some(x + offset_at<from.map>(place), place.lanes);
    }
}

/// body(place) for all places of `out`: cell by cell, or by rows, each as one long cell.
template <class Scalar, Map out, bool by_rows, class Body>
INLAY_INLINE void for_each_place(std::size_t count, Body body) {
    constexpr std::size_t columns = by_rows ? 1 : out.width();
    constexpr std::size_t run = by_rows ? out.width() * out.channels() : out.channels();
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < out.rows(); ++p)
            for (std::size_t q = 0; q < columns; ++q)
                simd::for_each_pack<Scalar>(run, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    body(Place{n, p, q, c, lanes});
                });
}

/// f(sum)
template <class Given>
struct Epilogue {
    using Function = Given;
    static constexpr Attachments with{};

    constexpr Epilogue() = default;

    template <class Scalar>
    INLAY_INLINE explicit constexpr Epilogue(const Attached<Scalar>&) {}

    template <class Pack>
    INLAY_INLINE static Pack value(Pack sum) {
        return Function::value(sum);
    }

    template <class Pack>
    INLAY_INLINE Pack operator()(Pack sum, const Place&) const {
        return value(sum);
    }

    /// The same for channels that are counted from number `first` on.
    INLAY_INLINE Epilogue from_channel(std::size_t) const { return *this; }
};

/// f(sum + addend, weights); the sum that f is given goes to `kept`
template <class Scalar, class Given, Attachments attachments>
struct AttachedEpilogue {
    using Function = Given;
    using Pack = simd::Pack<Scalar>;
    static constexpr Attachments with = attachments;

    Attached<Scalar> data;

    INLAY_INLINE explicit AttachedEpilogue(const Attached<Scalar>& attached) : data(attached) {}

    INLAY_INLINE Pack operator()(Pack sum, const Place& place) const {
        if constexpr (with.adds)
            sum = simd::add(
                sum, simd::load_some(data.addend + offset_at<with.addend>(place), place.lanes));
        if constexpr (with.keeps)
            simd::store_some(data.kept + offset_at<with.kept>(place), sum, place.lanes);
        if constexpr (with.weighs) {
            const Pack both[2] = {sum, read_at<with.weights>(data.weights, place)};
            return Function::value(both);
        } else {
            return Function::value(sum);
        }
    }

    INLAY_INLINE AttachedEpilogue from_channel(std::size_t first) const {
        Attached<Scalar> moved = data;
        if constexpr (with.adds) moved.addend += first;
        if constexpr (with.keeps) moved.kept += first;
        if constexpr (with.weighs) moved.weights += with.weights.channel ? 0 : first;
        return AttachedEpilogue(moved);
    }
};

/// What the gradient of an addend is: nobody's, assigned, or added to another reader's.
enum class ToAddend { nothing, assigned, added };

/// dz = f'(r) dy, which takes the place of dy, and da (+)= dz         r: the kept sum, or else y
///
/// Function is void where there is none: dz = dy.
template <class Function, Attachments with, Map out, ToAddend to_addend, class Scalar>
INLAY_NOINLINE void epilogue_gradient(const Scalar* r, const Scalar* weights, Scalar* dy,
                                      Scalar* da, std::size_t count) {
    constexpr bool by_rows = out.dense_rows() && with.by_rows(out);
    const auto down = [&](const Place& place, auto gradient) INLAY_INLINE_LAMBDA {
        constexpr Map read = with.keeps ? with.kept : out;
        [[maybe_unused]] const auto value = [&]() INLAY_INLINE_LAMBDA {
            return simd::load_some(r + offset_at<read>(place), place.lanes);
        };
        if constexpr (std::is_void_v<Function>) {
            return gradient;
        } else if constexpr (with.weighs) {
            const simd::Pack<Scalar> both[2] = {value(), read_at<with.weights>(weights, place)};
            return Function::template gradient<0>(both, gradient);
        } else {
            return Function::gradient(value(), gradient);
        }
    };
    for_each_place<Scalar, out, by_rows>(count, [&](const Place& place) INLAY_INLINE_LAMBDA {
        Scalar* const at = dy + offset_at<out>(place);
        const auto dz = down(place, simd::load_some(at, place.lanes));
        if constexpr (!std::is_void_v<Function>) simd::store_some(at, dz, place.lanes);
        if constexpr (to_addend != ToAddend::nothing) {
            Scalar* const to = da + offset_at<with.addend>(place);
            simd::store_some(
                to,
                to_addend == ToAddend::added ? simd::add(simd::load_some(to, place.lanes), dz) : dz,
                place.lanes);
        }
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_EPILOGUE_HPP
