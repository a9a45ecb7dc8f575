// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_CSV_HPP
#define INLAY_DATA_CSV_HPP
// Tables in text files (RFC 4180): fields between commas, those with commas, quotes or line ends in
// quotes, which are doubled within.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/tensor.hpp>

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// A table of texts: its first line names the columns.
struct Table {
    std::string file{};                            ///< what errors begin with
    std::vector<std::string> names{};              ///< of the columns
    std::vector<std::vector<std::string>> rows{};  ///< a field for each column

    /// The fields of a column; an Error that lists the columns where none has the name.
    INLAY_COLD std::vector<std::string> column(std::string_view name) const;

    /// The numbers in some columns, or in all where none is named: (rows, columns). An empty field
    /// is NaN; an Error that tells row and column where one is no number.
    INLAY_COLD Tensor<float> numbers(const std::vector<std::string>& columns = {}) const;

private:
    INLAY_COLD std::size_t place(std::string_view name) const;
};

/// Reads a table; an Error that names the file and the row where a row has more or fewer fields
/// than there are columns, or a quote that does not end.
INLAY_COLD Table read_csv(const std::filesystem::path& path, char delimiter = ',');

/// The same of a text in memory; the name stands in errors.
INLAY_COLD Table parse_csv(std::string name, std::string_view text, char delimiter = ',');

#if INLAY_BODIES

INLAY_BODY std::size_t Table::place(std::string_view name) const {
    Text list;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k] == name) return k;
        list << (k == 0 ? "" : ", ") << names[k];
    }
    fail(Text() << file << ": found no column \"" << name << "\" among: " << list);
}

INLAY_BODY std::vector<std::string> Table::column(std::string_view name) const {
    const std::size_t k = place(name);
    std::vector<std::string> fields;
    for (const std::vector<std::string>& row : rows) fields.push_back(row[k]);
    return fields;
}

INLAY_BODY Tensor<float> Table::numbers(const std::vector<std::string>& columns) const {
    std::vector<std::size_t> places;
    for (const std::string& name : columns.empty() ? names : columns) places.push_back(place(name));
    Tensor<float> numbers({rows.size(), places.size()});
    float* to = numbers.data();
    for (std::size_t n = 0; n < rows.size(); ++n)
        for (const std::size_t k : places) {
            std::string_view field = rows[n][k];
            while (field.starts_with(' ')) field.remove_prefix(1);
            while (field.ends_with(' ')) field.remove_suffix(1);
            *to = std::numeric_limits<float>::quiet_NaN();
            if (field.starts_with('+')) field.remove_prefix(1);
            const auto [end, failure] =
                std::from_chars(field.data(), field.data() + field.size(), *to);
            if (!field.empty() && (failure != std::errc() || end != field.data() + field.size()))
                fail(Text() << file << ": row " << n << ", column \"" << names[k] << "\": found \""
                            << rows[n][k] << "\", expected a number");
            ++to;
        }
    return numbers;
}

INLAY_BODY Table parse_csv(std::string name, std::string_view text, char delimiter) {
    Table table;
    table.file = std::move(name);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);  // a mark of UTF-8
    std::size_t row = 0;
    while (!text.empty()) {
        std::vector<std::string> fields(1);
        bool quoted = false, ended = false;
        while (!text.empty() && !ended) {
            const char c = text.front();
            text.remove_prefix(1);
            if (c == '"' && quoted && text.starts_with('"')) {
                text.remove_prefix(1);
                fields.back().push_back('"');
            } else if (c == '"' && (quoted || fields.back().empty())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.emplace_back();
            } else if (c == '\r' && !quoted && text.starts_with('\n')) {
                // one line end
            } else if (c == '\n' && !quoted) {
                ended = true;
            } else {
                fields.back().push_back(c);
            }
        }
        if (quoted)
            fail(Text() << table.file << ": row " << row << ": found a quote that does not end");
        if (fields.size() == 1 && fields[0].empty()) continue;  // an empty line
        if (table.names.empty()) {
            table.names = std::move(fields);
            continue;
        }
        if (fields.size() != table.names.size())
            fail(Text() << table.file << ": row " << row << ": found " << fields.size()
                        << " fields, expected " << table.names.size() << ", one for each column");
        table.rows.push_back(std::move(fields));
        ++row;
    }
    if (table.names.empty())
        fail(Text() << table.file << ": found no line, expected one that names the columns");
    return table;
}

INLAY_BODY Table read_csv(const std::filesystem::path& path, char delimiter) {
    const std::string name = path.string();
    const std::vector<std::byte> file = io::read_file(name);
    return parse_csv(name, {reinterpret_cast<const char*>(file.data()), file.size()}, delimiter);
}

#endif

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_CSV_HPP
