// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_NAMES_HPP
#define INLAY_PROGRAM_NAMES_HPP
// Names of layers and inputs, and what they stand for where they are used.

#include <inlay/program/program.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI::program {

/// conv2d_1: the name of a layer, or of an input.
template <class Text, class Info>
constexpr void put_name(Text& to, const Info& info) {
    to << info.name;
    if (info.ordinal > 0) to << "_" << info.ordinal;
}

/// x/conv2d_1: the name of a layer behind those of the nested models that it stands in.
template <class Text>
constexpr void put_path(Text& to, const LayerInfo* layers, int layer) {
    const LayerInfo& info = layers[layer];
    if (info.scope >= 0) {
        put_path(to, layers, info.scope);
        to << "/";
    }
    put_name(to, info);
}

/// What a name stands for: a layer, or an input.
struct Found {
    int layer = -1, input = -1;
    int further = -1;  ///< which of the layer's outputs beside the first

    constexpr explicit operator bool() const { return layer >= 0 || input >= 0; }
};

/// The latest layer of a path, such as x/conv2d, that begins in a nested model, or in the network
/// itself where the number is negative.
template <std::size_t Capacity>
constexpr int find_below(const Program<Capacity>& p, int scope, std::string_view path) {
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    for (int k = p.layer_count - 1; k >= 0; --k) {
        const LayerInfo& info = p.layers[k];
        if (info.scope != scope || !info.is_called(first)) continue;
        if (slash == path.npos) return k;
        return info.nested ? find_below(p, k, path.substr(slash + 1)) : -1;
    }
    return -1;
}

/// What a name stands for that is used in a nested model: it is looked for there, then around it.
template <std::size_t Capacity>
constexpr Found find(const Program<Capacity>& p, int scope, std::string_view name) {
    for (;; scope = p.layers[scope].scope) {
        if (const int layer = find_below(p, scope, name); layer >= 0) return {.layer = layer};
        if (scope < 0) break;
    }
    for (int k = 0; k < p.input_count; ++k) {
        Sentence whole;
        put_name(whole, p.inputs[k]);
        if (whole.view() == name) return {.input = k};
    }
    return {};
}

/// Likewise where x/state_h is an output of x beside its first.
template <std::size_t Capacity>
constexpr Found find_output(const Program<Capacity>& p, int scope, std::string_view name) {
    const Found whole = find(p, scope, name);
    const std::size_t slash = name.rfind('/');
    if (whole || slash == name.npos) return whole;
    Found found = find(p, scope, name.substr(0, slash));
    if (found.layer < 0) return {};
    const FurtherOutputs& further = p.layers[found.layer].further;
    for (int k = 0; k < further.count; ++k)
        if (further.names[k] == name.substr(slash + 1)) found.further = k;
    return found.further < 0 ? Found{} : found;
}

/// All names so far, as a list of words.
template <std::size_t Capacity>
constexpr void put_names(Sentence& to, const Program<Capacity>& p) {
    for (int k = 0; k < p.input_count; ++k) {
        to << (k == 0 ? "" : ", ");
        put_name(to, p.inputs[k]);
    }
    for (int k = 0; k < p.layer_count; ++k) {
        to << ", ";
        put_path(to, p.layers, k);
        for (int j = 0; j < p.layers[k].further.count; ++j) {
            to << ", ";
            put_path(to, p.layers, k);
            to << "/" << p.layers[k].further.names[j];
        }
    }
}

constexpr std::uint32_t hash_of(std::string_view text, std::uint32_t hash = 0) {
    for (const char letter : text) hash = hash * 31 + static_cast<unsigned char>(letter);
    return hash;
}

/// The rows of a program by their names, in lists of one hash: of hundreds of layers, each is
/// compared with few others.
template <std::size_t Capacity>
struct Register {
    static constexpr std::size_t lists = 2 * Capacity + 1;

    int latest[lists]{}, earlier[Capacity + 1]{};  ///< 1 + a row, or 0

    /// The latest row of a list that answers.
    template <class Answers>
    constexpr const LayerInfo* find(const LayerInfo* rows, std::uint32_t hash,
                                    Answers&& answers) const {
        for (int k = latest[hash % lists]; k != 0; k = earlier[k - 1])
            if (answers(rows[k - 1])) return &rows[k - 1];
        return nullptr;
    }

    constexpr void enter(std::uint32_t hash, int row) {
        int& head = latest[hash % lists];
        earlier[row] = head;
        head = row + 1;
    }

    /// Gives a layer's row its name's number, which counts through the whole network as Keras's do,
    /// unless the name was given; a name that another in its model has is a mistake.
    constexpr void number(Program<Capacity>& p, int row) {
        LayerInfo& info = p.layers[row];
        const std::uint32_t hash = hash_of(info.name);
        const LayerInfo* clash = nullptr;
        std::string_view name = info.name;
        if (info.named) {
            const auto has_it = [&](const LayerInfo& other) {
                return other.scope == info.scope && other.is_called(info.name);
            };
            clash = find(p.layers, hash, has_it);
            // x_1, a name that was given, may be the number 1 of x.
            const std::size_t end = info.name.find_last_not_of("0123456789");
            if (clash == nullptr && end + 1 < info.name.size() && info.name[end] == '_')
                clash = find(p.layers, hash_of(info.name.substr(0, end)), has_it);
        } else {
            const LayerInfo* const before = find(p.layers, hash, [&](const LayerInfo& other) {
                return !other.named && other.name == info.name;
            });
            if (before != nullptr) info.ordinal = before->ordinal + 1;
            Sentence whole;
            if (info.ordinal > 0) whole << "_" << info.ordinal;
            clash = find(p.layers, hash_of(whole.view(), hash), [&](const LayerInfo& other) {
                return other.named && other.scope == info.scope && info.is_called(other.name);
            });
            if (clash != nullptr) name = clash->name;
        }
        enter(hash, row);
        const auto given_twice = [&](std::string_view title) {
            if (!p.mistake.empty()) return;
            p.mistake << "the name " << name << " is given twice, to " << title << " and to "
                      << info.title << ": a name is one layer, and a Shared one has "
                      << "one set of weights wherever it stands";
        };
        if (clash != nullptr) given_twice(clash->title);
        for (int k = 0; k < p.input_count && info.scope < 0; ++k) {
            name = p.inputs[k].name;
            if (p.inputs[k].ordinal == 0 && info.is_called(name)) given_twice("an input");
        }
    }
};

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_NAMES_HPP
