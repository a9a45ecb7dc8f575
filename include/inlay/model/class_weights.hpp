// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CLASS_WEIGHTS_HPP
#define INLAY_MODEL_CLASS_WEIGHTS_HPP
// What the examples of a class weigh.

#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace inlay::INLAY_ABI {

/// Weights by class, as in {{0, 1.0}, {1, 5.0}} or a map; classes that are not told weigh 1.
class ClassWeights {
public:
    /// A class, and what it weighs.
    struct Entry {
        Whole number;
        Real weight;
    };

    /// None.
    ClassWeights() = default;

    ClassWeights(std::initializer_list<Entry> entries) : given_(true) {
        for (const Entry& entry : entries) add(entry.number.value, entry.weight);
    }

    /// Any range of pairs.
    template <class Map>
        requires requires(const Map& map) {
            Whole(map.begin()->first);
            Real(map.begin()->second);
        }
    ClassWeights(const Map& map) : given_(true) {
        for (const auto& [number, weight] : map) add(Whole(number).value, Real(weight));
    }

    bool given() const { return given_; }

    /// What a class weighs.
    double operator[](std::int64_t number) const {
        double weight = 1;
        for (std::size_t k = 0; k < count_; ++k)
            if (entries_[k].number == number) weight = entries_[k].weight;
        return weight;
    }

    /// An Error where a class is none of `classes`.
    INLAY_COLD void check(std::size_t classes) const;

private:
    struct Stored {
        std::int64_t number;
        double weight;
    };

    INLAY_COLD void add(std::int64_t number, double weight);

    Buffer<Stored> entries_;  // the first count_ of them
    std::size_t count_ = 0;
    bool given_ = false;
};

#if INLAY_BODIES

INLAY_BODY void ClassWeights::add(std::int64_t number, double weight) {
    if (count_ == entries_.size()) entries_ = entries_.longer(2 * count_ + 8);
    entries_[count_++] = {number, weight};
}

INLAY_BODY void ClassWeights::check(std::size_t classes) const {
    for (std::size_t k = 0; k < count_; ++k) {
        const std::int64_t number = entries_[k].number;
        if (number >= 0 && static_cast<std::uint64_t>(number) < classes) continue;
        fail(Text() << "class_weight has a class " << number
                    << " but the classes of this network are 0 to " << classes - 1);
    }
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ClassWeights;
}  // namespace inlay

#endif  // INLAY_MODEL_CLASS_WEIGHTS_HPP
