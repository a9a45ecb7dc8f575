// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_CHECKPOINT_HPP
#define INLAY_IO_CHECKPOINT_HPP
// What a checkpoint's metadata tells of training: how far it has come, its seeds, and every field
// of the optimizer, as text from which the same bits come back.

#include <inlay/host/text.hpp>
#include <inlay/io/safetensors.hpp>
#include <inlay/text/status.hpp>
#include <inlay/train/common_fields.hpp>
#include <inlay/train/rate.hpp>

#include <bit>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

namespace inlay::INLAY_ABI::io {

/// How far training has come, and what its random numbers are drawn from.
struct Progress {
    std::uint64_t step = 0, epoch = 0;
    std::uint64_t seed = 0;        ///< that fit was given, or the model's
    std::uint64_t model_seed = 0;  ///< of the initial weights
};

/// Facts are written, or read into what they tell of.
class FactWriter {
public:
    safetensors::Metadata facts;

    INLAY_COLD void text(std::string_view key, std::string_view value);
    INLAY_COLD void number(std::string_view key, std::uint64_t value);
    INLAY_COLD void field(std::string_view name, double value);
};

class FactReader {
public:
    explicit FactReader(const safetensors::Contents& file) : file_(file) {}

    /// The first fact that was missing or no number, as a failure.
    Status status;

    INLAY_COLD void number(std::string_view key, std::uint64_t& value);
    INLAY_COLD double field(std::string_view name);

private:
    INLAY_COLD static bool parse(std::string_view text, int base, std::uint64_t& value);

    INLAY_COLD void refuse(std::string_view key, const std::string* text);

    const safetensors::Contents& file_;
};

/// Visits the fields of an optimizer that offers them, and those that it has in common with others.
template <class Optimizer, class Visit>
void visit_fields(Optimizer& optimizer, Visit&& visit) {
    if constexpr (requires { Optimizer::fields(optimizer, visit); })
        Optimizer::fields(optimizer, visit);
    visit_common_fields(optimizer, visit);
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
        else if constexpr (std::same_as<decltype(field), Rate&>)
            field = field.scheduled() ? field : Rate(value);  // no file holds a schedule
        else
            field = value;
    });
    if (!reader.status) return reader.status;
    optimizer = other;
    progress = read;
    return Status();
}

#if INLAY_BODIES

/// A double for readers, and its bits: 0.001000 3f50624dd2f1a9fc.
INLAY_COLD inline Text exact_text(double value) {
    return Text() << readable(value) << " " << hexadecimal(std::bit_cast<std::uint64_t>(value), 16);
}

INLAY_BODY void FactWriter::text(std::string_view key, std::string_view value) {
    facts.push_back({std::string(key), std::string(value)});
}

INLAY_BODY void FactWriter::number(std::string_view key, std::uint64_t value) {
    text(key, (Text() << value).view());
}

INLAY_BODY void FactWriter::field(std::string_view name, double value) {
    text((Text() << "optimizer/" << name).view(), exact_text(value).view());
}

INLAY_BODY void FactReader::number(std::string_view key, std::uint64_t& value) {
    const std::string* const text = file_.find_fact(key);
    if (!text || !parse(*text, 10, value)) refuse(key, text);
}

INLAY_BODY double FactReader::field(std::string_view name) {
    const Text key = Text() << "optimizer/" << name;
    const std::string* const text = file_.find_fact(key.view());
    std::uint64_t bits = 0;
    const std::size_t space = text ? text->rfind(' ') : std::string::npos;
    if (space == std::string::npos || text->size() - space != 17 ||
        !parse(std::string_view(*text).substr(space + 1), 16, bits))
        refuse(key.view(), text);
    return std::bit_cast<double>(bits);
}

INLAY_BODY bool FactReader::parse(std::string_view text, int base, std::uint64_t& value) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    return error == std::errc{} && stop == end;
}

INLAY_BODY void FactReader::refuse(std::string_view key, const std::string* text) {
    if (!status) return;
    Sentence says;
    says << "a checkpoint needs the number " << key << " but ";
    if (text)
        says << "found '" << *text << "'";
    else
        says << "has none";
    status = Status(says);
}

#endif

}  // namespace inlay::INLAY_ABI::io

#endif  // INLAY_IO_CHECKPOINT_HPP
