// SPDX-License-Identifier: MIT
#pragma once
// What a checkpoint's metadata tells of training: how far it has come, its seeds, and every field
// of the optimizer, as text from which the same bits come back.

#include <inlay/io/safetensors.hpp>
#include <inlay/model/text.hpp>
#include <inlay/text/status.hpp>
#include <inlay/train/rate.hpp>

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

namespace inlay::inline INLAY_ABI::io {

/// How far training has come, and what its random numbers are drawn from.
struct Progress {
    std::uint64_t step = 0, epoch = 0;
    std::uint64_t seed = 0;        ///< that fit was given, or the model's
    std::uint64_t model_seed = 0;  ///< of the initial weights
};

/// The shortest decimal number that is read back as the same double.
INLAY_COLD inline std::string exact_text(double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return std::string(digits, end);
}

/// Facts are written, or read into what they tell of.
class FactWriter {
public:
    safetensors::Metadata facts;

    INLAY_COLD void text(std::string_view key, std::string_view value) {
        facts.push_back({std::string(key), std::string(value)});
    }
    INLAY_COLD void number(std::string_view key, std::uint64_t value) {
        text(key, (Text() << value).view());
    }
    INLAY_COLD void field(std::string_view name, double value) {
        text((Text() << "optimizer/" << name).view(), exact_text(value));
    }
};

class FactReader {
public:
    explicit FactReader(const safetensors::Contents& file) : file_(file) {}

    /// The first fact that was missing or no number, as a failure.
    Status status;

    INLAY_COLD void number(std::string_view key, std::uint64_t& value) { parse(key, value); }
    INLAY_COLD double field(std::string_view name) {
        double value = 0;
        parse((Text() << "optimizer/" << name).view(), value);
        return value;
    }

private:
    template <class Number>
    INLAY_COLD void parse(std::string_view key, Number& value) {
        const std::string* const text = file_.find_fact(key);
        if (text != nullptr) {
            const char* const end = text->data() + text->size();
            const auto [stop, error] = std::from_chars(text->data(), end, value);
            if (error == std::errc{} && stop == end) return;
        }
        if (status)
            status = Status(Sentence() << "a checkpoint needs the number " << key << " but "
                                       << (text ? "found '" : "has none") << (text ? *text : "")
                                       << (text ? "'" : ""));
    }

    const safetensors::Contents& file_;
};

/// Visits the fields of an optimizer that offers them.
template <class Optimizer, class Visit>
void visit_fields(Optimizer& optimizer, Visit&& visit) {
    if constexpr (requires { Optimizer::fields(optimizer, visit); })
        Optimizer::fields(optimizer, visit);
}

/// The metadata of a checkpoint.
template <class Optimizer>
safetensors::Metadata checkpoint_facts(const Optimizer& optimizer, const Progress& progress) {
    FactWriter writer;
    writer.text("optimizer", Optimizer::name);
    writer.number("step", progress.step);
    writer.number("epoch", progress.epoch);
    writer.number("seed", progress.seed);
    writer.number("model_seed", progress.model_seed);
    visit_fields(optimizer, [&](std::string_view name, const auto& field) {
        writer.field(name, static_cast<double>(field));
    });
    return writer.facts;
}

/// Reads the metadata of a checkpoint; after a failure nothing has changed.
template <class Optimizer>
Status read_checkpoint(const safetensors::Contents& file, Optimizer& optimizer,
                       Progress& progress) {
    const std::string* const found = file.find_fact("optimizer");
    if (found == nullptr || *found != Optimizer::name)
        return Status(Sentence() << "is no checkpoint of the optimizer " << Optimizer::name
                                 << (found ? " but of " : "") << (found ? *found : ""));
    FactReader reader(file);
    Progress read;
    reader.number("step", read.step);
    reader.number("epoch", read.epoch);
    reader.number("seed", read.seed);
    reader.number("model_seed", read.model_seed);
    Optimizer other = optimizer;
    visit_fields(other, [&](std::string_view name, auto& field) {
        const double value = reader.field(name);
        if constexpr (std::same_as<decltype(field), bool&>)
            field = value != 0;
        else
            field = value;
    });
    if (!reader.status) return reader.status;
    optimizer = other;
    progress = read;
    return Status();
}

}  // namespace inlay::inline INLAY_ABI::io
