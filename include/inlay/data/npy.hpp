// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_NPY_HPP
#define INLAY_DATA_NPY_HPP
// NumPy's arrays in files (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html):
// a magic number, a version, the length of a text that is a Python dictionary, the numbers.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/tensor.hpp>

#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

namespace npy {

/// An array as its file tells it, whose numbers lie in the file's bytes.
struct Array {
    char kind = 'f';        // f: floating point, i and u: whole numbers, b: 0 or 1
    std::size_t bytes = 0;  // of a number
    bool big_endian = false, columns_first = false;
    std::vector<std::size_t> shape{};  // {1} of a single number
    View<const std::byte> numbers{};

    std::size_t size() const { return bytes == 0 ? 0 : numbers.size() / bytes; }

    /// The bits of number `k`.
    std::uint64_t bits(std::size_t k) const {
        std::uint64_t word = 0;
        for (std::size_t n = 0; n < bytes; ++n) {
            const std::size_t place = k * bytes + (big_endian ? n : bytes - 1 - n);
            word = word << 8 | std::to_integer<std::uint64_t>(numbers[place]);
        }
        return word;
    }

    /// Where number `k` of the order of rows lies.
    INLAY_COLD std::size_t place(std::size_t k) const;
};

/// Reads the header of a file; an Error that begins with the name where it is no array of numbers.
INLAY_COLD Array parse(std::string_view name, View<const std::byte> file);

/// The number with these bits in 16, 32 or 64 bits.
INLAY_COLD double floating(std::uint64_t bits, std::size_t bytes);

[[noreturn]] INLAY_COLD void refuse_number(std::string_view name, std::size_t place);

/// A number as an Element, an Error where it is none of its numbers.
template <class Element>
Element converted(std::string_view name, const Array& array, std::size_t k) {
    const std::uint64_t bits = array.bits(array.place(k));
    if (array.kind == 'f') {
        const double number = floating(bits, array.bytes);
        if constexpr (std::integral<Element>) {
            const double least = static_cast<double>(std::numeric_limits<Element>::min());
            const double most = static_cast<double>(std::numeric_limits<Element>::max());
            // The largest 64-bit number is none of the doubles, and the next one is too large.
            const bool fits =
                number >= least && (sizeof(Element) < 8 ? number <= most : number < most);
            if (!fits || number != std::trunc(number)) refuse_number(name, k);
        }
        return static_cast<Element>(number);
    }
    if (array.kind != 'i') {
        if constexpr (std::integral<Element>)
            if (!std::in_range<Element>(bits)) refuse_number(name, k);
        return static_cast<Element>(bits);
    }
    const std::size_t above = 64 - 8 * array.bytes;
    const std::int64_t number = static_cast<std::int64_t>(bits << above) >> above;
    if constexpr (std::integral<Element>)
        if (!std::in_range<Element>(number)) refuse_number(name, k);
    return static_cast<Element>(number);
}

/// The array of a file in memory; the name stands in errors.
template <class Element>
Tensor<Element> tensor_of(std::string_view name, View<const std::byte> file) {
    const Array array = parse(name, file);
    Tensor<Element> tensor(array.shape);
    for (std::size_t k = 0; k < tensor.size(); ++k) tensor[k] = converted<Element>(name, array, k);
    return tensor;
}

/// The header of an array in the order of rows.
INLAY_COLD std::string header(std::string_view type, View<const std::size_t> shape);

/// "<f4" and the like; numbers are written as this machine holds them.
template <class Element>
std::string type_of() {
    static_assert(std::is_arithmetic_v<Element>, "inlay: .npy files hold numbers");
    const char kind = std::floating_point<Element> ? 'f' : std::is_signed_v<Element> ? 'i' : 'u';
    const char order = sizeof(Element) == 1                         ? '|'
                       : std::endian::native == std::endian::little ? '<'
                                                                    : '>';
    return {order, kind, static_cast<char>('0' + sizeof(Element))};
}

}  // namespace npy

/// The array in a file that numpy.save wrote, of any type of numbers; a single number is of shape
/// (1,). An Error that names the file where it holds none, is not as long as it says, or has a
/// number that is no Element.
template <class Element = float>
Tensor<Element> load_npy(const std::filesystem::path& path) {
    const std::string name = path.string();
    return npy::tensor_of<Element>(name, io::read_file(name));
}

/// Writes an array for numpy.load, whole or not at all.
template <class Element>
void save_npy(const std::filesystem::path& path, const Tensor<Element>& array) {
    const std::string header = npy::header(npy::type_of<Element>(), array.shape());
    const auto bytes = [](const auto* from, std::size_t count) {
        return io::Bytes(reinterpret_cast<const std::byte*>(from), count);
    };
    io::write_file_atomically(path.string(), bytes(header.data(), header.size()),
                              bytes(array.data(), array.size() * sizeof(Element)));
}

#if INLAY_BODIES

namespace npy {

INLAY_BODY std::size_t Array::place(std::size_t k) const {
    if (!columns_first) return k;
    std::size_t place = 0, left = k, stride = size();
    for (std::size_t axis = shape.size(); axis-- > 0;) {
        stride /= shape[axis];
        place += left % shape[axis] * stride;
        left /= shape[axis];
    }
    return place;
}

INLAY_BODY double floating(std::uint64_t bits, std::size_t bytes) {
    if (bytes == 8) return std::bit_cast<double>(bits);
    if (bytes == 4)
        return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    const auto exponent = static_cast<int>(bits >> 10 & 31);
    const auto fraction = static_cast<double>(bits & 1023);
    double number =
        std::ldexp(exponent == 0 ? fraction : fraction + 1024, exponent == 0 ? -24 : exponent - 25);
    if (exponent == 31)
        number = fraction == 0 ? std::numeric_limits<double>::infinity()
                               : std::numeric_limits<double>::quiet_NaN();
    return bits >> 15 != 0 ? -number : number;
}

INLAY_BODY void refuse_number(std::string_view name, std::size_t place) {
    fail(Text() << name << ": number " << place << " is none of the type that was asked for");
}

/// Reads the dictionary, of which a file needs no more than these words.
class Header {
public:
    Header(std::string_view name, std::string_view text) : name_(name), rest_(text) {}

    INLAY_COLD Array read() {
        bool typed = false, ordered = false, shaped = false;
        expect("{");
        while (!take("}")) {
            if (take("'descr'")) {
                expect(":");
                read_type();
                typed = true;
            } else if (take("'fortran_order'")) {
                expect(":");
                array_.columns_first = take("True");
                if (!array_.columns_first) expect("False");
                ordered = true;
            } else if (take("'shape'")) {
                expect(":");
                read_shape();
                shaped = true;
            } else {
                refuse("descr, fortran_order and shape");
            }
            if (!take(",")) {
                expect("}");
                break;
            }
        }
        if (!typed || !ordered || !shaped) refuse("descr, fortran_order and shape");
        return std::move(array_);
    }

private:
    [[noreturn]] INLAY_COLD void refuse(std::string_view expected) const {
        fail(Text() << name_ << ": header: found \"" << rest_.substr(0, 20) << "\", expected "
                    << expected);
    }

    bool take(std::string_view word) {
        while (rest_.starts_with(' ') || rest_.starts_with('\n')) rest_.remove_prefix(1);
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    void expect(std::string_view word) {
        if (!take(word)) refuse(word);
    }

    void read_type() {
        constexpr std::string_view expected = "numbers: '<f4', '|u1' ...";
        take("");
        const std::string_view text = rest_;
        if (text.size() < 5 || text[0] != '\'' || text[4] != '\'') refuse(expected);
        array_.big_endian = text[1] == '>';
        array_.kind = text[2];
        array_.bytes = static_cast<std::size_t>(text[3] - '0');
        const std::size_t bytes = array_.bytes;
        const bool any = bytes == 2 || bytes == 4 || bytes == 8;
        const bool known = array_.kind == 'f' ? any
                           : array_.kind == 'i' || array_.kind == 'u'
                               ? any || bytes == 1
                               : array_.kind == 'b' && bytes == 1;
        if (!known || std::string_view("<>|=").find(text[1]) == std::string_view::npos)
            refuse(expected);
        rest_.remove_prefix(5);
    }

    void read_shape() {
        expect("(");
        while (!take(")")) {
            take("");
            std::size_t extent = 0, digits = 0;
            for (; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9' && digits < 18; ++digits) {
                extent = extent * 10 + static_cast<std::size_t>(rest_[0] - '0');
                rest_.remove_prefix(1);
            }
            if (digits == 0 || array_.shape.size() == 32) refuse("up to 32 extents");
            array_.shape.push_back(extent);
            if (!take(",")) {
                expect(")");
                break;
            }
        }
    }

    std::string_view name_, rest_;
    Array array_;
};

INLAY_BODY Array parse(std::string_view name, View<const std::byte> file) {
    const auto byte = [&](std::size_t at) {
        return at < file.size() ? std::to_integer<std::size_t>(file[at]) : 0;
    };
    const std::string_view all(reinterpret_cast<const char*>(file.data()), file.size());
    if (!all.starts_with("\x93NUMPY") || byte(6) < 1 || byte(6) > 3)
        fail(Text() << name << ": found no NumPy array of the versions 1 to 3");
    const bool first = byte(6) == 1;
    const std::size_t begin = first ? 10 : 12;
    std::size_t length = byte(8) | byte(9) << 8;
    if (!first) length |= byte(10) << 16 | byte(11) << 24;
    if (file.size() < begin || length > file.size() - begin)
        fail(Text() << name << ": an early end: the file is not whole");

    Array array = Header(name, all.substr(begin, length)).read();
    array.numbers = file.from(begin + length);
    std::size_t expected = array.bytes;
    bool fits = true;
    for (const std::size_t extent : array.shape)
        if (extent == 0) expected = 0;
    for (const std::size_t extent : array.shape) {
        fits = fits && (expected == 0 || expected <= file.size() / extent);
        expected *= extent;
    }
    if (!fits || array.numbers.size() != expected)
        fail(Text() << name << ": found " << array.numbers.size() << " bytes of numbers, expected "
                    << array.bytes << " for each of " << shape_text(array.shape));
    if (array.shape.empty()) array.shape = {1};
    return array;
}

INLAY_BODY std::string header(std::string_view type, View<const std::size_t> shape) {
    Text text;
    text << "{'descr': '" << type << "', 'fortran_order': False, 'shape': " << shape_text(shape)
         << ", }";
    constexpr std::size_t front = 12;  // version 2: any length
    while ((front + text.size() + 1) % 64 != 0) text << ' ';
    text << '\n';
    std::string whole("\x93NUMPY\x02\x00", 8);
    for (int shift = 0; shift < 32; shift += 8)
        whole.push_back(static_cast<char>(text.size() >> shift & 255));
    return whole.append(text.view());
}

}  // namespace npy

#endif

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_NPY_HPP
