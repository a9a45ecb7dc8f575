// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_SAFETENSORS_HPP
#define INLAY_IO_SAFETENSORS_HPP
// The safetensors format (https://github.com/huggingface/safetensors): the length of the header in
// 8 bytes, a JSON header that names the tensors, their values; all of it little-endian. Files
// written here also carry a version and a checksum, in the metadata that the format leaves free.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/io/json.hpp>
#include <inlay/io/safetensors_header.hpp>
#include <inlay/io/safetensors_writer.hpp>
#include <inlay/io/tensor_view.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::io::safetensors {

#if INLAY_BODIES

namespace detail {

/// A length that was compared with one in memory: the same type on most machines, not on all.
constexpr std::size_t in_memory(std::integral auto length) {
    return static_cast<std::size_t>(length);
}

/// Everything but the comparison of the checksum, whose digits are at `checksum_place` in the file
/// (0: there is none).
INLAY_COLD inline Contents read(std::span<const std::byte> file, std::size_t& checksum_place) {
    const auto refused = [](std::string_view what, std::uint64_t found, std::size_t expected) {
        return Contents{
            {}, {}, Status(Sentence() << "header: found " << found << what << expected)};
    };
    if (file.size() < header_begin)
        return refused(" bytes, expected at least ", file.size(), header_begin);
    std::uint64_t length = 0;
    for (std::size_t k = header_begin; k-- > 0;)
        length = length << 8 | std::to_integer<std::uint64_t>(file[k]);
    std::size_t limit = file.size() - header_begin;
    if (limit > longest_header) limit = longest_header;
    if (length > limit) return refused(" as its length, expected at most ", length, limit);

    const auto header = file.subspan(header_begin, in_memory(length));
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
    if (!text.empty() && text[0] != '{')
        return refused(" as its first byte, expected ", std::to_integer<unsigned>(header[0]), '{');
    HeaderReader reader(text, file.subspan(header_begin + header.size()));
    Contents contents = reader.read();
    if (contents.status && reader.checksum_place != 0)
        checksum_place = header_begin + reader.checksum_place;
    return contents;
}

/// An Error where a name or a text cannot be stored.
INLAY_COLD inline void require_utf8(std::string_view name, const char* place) {
    for (std::size_t at = 0, length = 0; at < name.size(); at += length)
        if (length = utf8_length(name.substr(at)); length == 0)
            fail(Text() << place << ": expected UTF-8, found " << in_quotes(name));
}

/// An Error where a name cannot be stored, or occurs twice.
INLAY_COLD inline void require_names(Buffer<std::string_view>& names, const char* place) {
    for (std::size_t k = 0; k < names.size(); ++k) require_utf8(names[k], place);
    if (std::string_view twice; repeats(names, twice))
        fail(Text() << place << ": found the key " << in_quotes(twice) << " twice");
}

/// An Error where something could not be read again: a name, a shape.
INLAY_COLD inline void require_storable(View<const TensorView> tensors, View<const Fact> metadata) {
    Buffer<std::string_view> keys(metadata.size()), names(tensors.size() + 1);
    for (std::size_t k = 0; k < metadata.size(); ++k) {
        keys[k] = metadata[k].key;
        require_utf8(metadata[k].value, "__metadata__");
    }
    require_names(keys, "__metadata__");
    names[tensors.size()] = metadata_key;
    std::size_t end = 0;
    for (std::size_t k = 0; k < tensors.size(); ++k) {
        const TensorView& tensor = tensors[k];
        names[k] = tensor.name;
        const std::size_t begin = end;
        end += tensor.bytes.size();
        Sentence mistake;
        if (find_dtype(tensor.dtype.name) == nullptr)
            mistake << "dtype: found " << in_quotes(tensor.dtype.name)
                    << ", expected F32 or another type of the format";
        else
            mistake = misfit(tensor, begin, end);
        if (!mistake.empty())
            fail(Text() << "tensor " << in_quotes(tensor.name) << ": " << mistake.view());
    }
    require_names(names, "header");
}

}  // namespace detail

#endif

/// The bytes of a file with these tensors, in this order, and with this metadata; fails if they
/// cannot be stored: a name occurs twice or is not UTF-8, a shape does not fit its bytes. Format,
/// version and checksum are the writer's own.
INLAY_COLD std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                            const Metadata& metadata = {});

/// The tensors and metadata of a file, as views of its bytes, or a status that names the tensor or
/// the place, what was found and what was expected. Files of other tools have no checksum.
INLAY_COLD Contents parse(std::span<const std::byte> file);

#if INLAY_BODIES

INLAY_BODY std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                            const Metadata& metadata) {
    detail::require_storable(tensors, metadata);
    Writer writer;
    for (const Fact& fact : metadata)
        if (!detail::is_own(fact.key)) writer.fact(fact.key, fact.value);
    writer.begin_tensors();
    for (const TensorView& tensor : tensors)
        writer.tensor(tensor.name, tensor.dtype, tensor.shape, tensor.bytes.size());
    writer.begin_values();
    for (const TensorView& tensor : tensors)
        writer.values(tensor.bytes, tensor.dtype, tensor.order);
    return writer.finish();
}

INLAY_BODY Contents parse(std::span<const std::byte> file) {
    std::size_t place = 0;
    Contents contents = detail::read(file, place);
    if (place == 0) return contents;
    const Text found = detail::checksum(file, place);
    const std::string_view expected = *contents.find_fact(detail::checksum_key);
    if (found == expected) return contents;
    Sentence sentence;
    sentence << detail::checksum_key << ": found a sum of " << found << ", expected "
             << in_quotes(expected)
             << ": the file is damaged, or changed by a tool that kept the sum";
    return {{}, {}, Status(sentence)};
}

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors

#endif  // INLAY_IO_SAFETENSORS_HPP
