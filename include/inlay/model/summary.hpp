// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_SUMMARY_HPP
#define INLAY_MODEL_SUMMARY_HPP
// Keras 3's table of a model (keras/src/utils/summary_utils.py), and two facts more below it.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inlay::INLAY_ABI {

/// One layer of a summary.
struct SummaryRow {
    Text name;                    ///< conv2d_1
    std::string_view title;       ///< Conv2D
    Shape shape;                  ///< of one output, the batch not included
    View<const Shape> further{};  ///< likewise of the outputs beside the first
    std::size_t parameters = 0;
    Text connected_to{};    ///< the layers that it reads: conv2d[0][0], add[0][0]
    bool frozen = false;    ///< its parameters are not trained
    std::size_t level = 0;  ///< how many nested models it stands in
};

/// What a summary tells.
struct SummaryTable {
    std::string_view model_name = "sequential";
    View<const SummaryRow> rows{};
    bool branches = false;          ///< says what each layer is connected to
    bool trainable_column = false;  ///< says of each layer whether it is trained
    std::size_t trainable = 0;
    std::size_t non_trainable = 0;
    std::size_t optimizer = 0;  ///< its numbers, with a step counter of 8 bytes; 0: none
    std::size_t bytes_per_number = 4;
    std::uint64_t multiply_adds = 0;    ///< for one example
    std::uint64_t multiplications = 0;  ///< that fast algorithms leave of them
    std::string algorithms{};           ///< what they are: conv2d_1 F(2x2, 3x3); empty: none
    std::size_t inference_bytes = 0;    ///< 0: not shown
    std::size_t training_bytes = 0;     ///< 0: not shown
    std::size_t batch_size = 0;         ///< that training_bytes are for
};

/// Below it the columns have no room for their words.
inline constexpr std::size_t narrowest_summary = 40;

/// The width of a table on a screen of so many columns: Keras's, or what the screen has but for 4.
inline std::size_t summary_width(bool branches, std::size_t screen_columns,
                                 bool trainable_column = false) {
    const std::size_t widest = (branches ? 108u : 88u) + (trainable_column ? 12u : 0u);
    if (screen_columns < narrowest_summary + 4) return narrowest_summary;
    return screen_columns - 4 < widest ? screen_columns - 4 : widest;
}

/// The table as text of a width, 40 at least.
INLAY_COLD std::string summary_text(const SummaryTable& table, std::size_t width);

namespace printing {

/// 46,922
INLAY_COLD Text grouped(std::uint64_t number);

}  // namespace printing

#if INLAY_BODIES

namespace printing {

/// How a column stands, where it ends as a share of the whole, and its width without the spaces
/// beside its borders.
struct Column {
    enum Place { left, right, center } place = left;
    double end = 0;
    std::size_t width = 0;
};

/// Places on a screen: characters of UTF-8.
INLAY_COLD inline std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return width;
}

INLAY_BODY Text grouped(std::uint64_t number) {
    const Text digits = Text() << number;
    Text text;
    for (std::size_t left = digits.view().size(); left > 0; --left)
        text << digits.view()[digits.view().size() - left]
             << (left % 3 == 1 && left > 1 ? "," : "");
    return text;
}

/// 183.29 KB
INLAY_COLD inline void put_size(Text& out, std::size_t bytes) {
    constexpr const char* units[]{" B", " KB", " MB", " GB", " TB", " PB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit < 5; ++unit) size /= 1024;
    out << Decimal{size, 2} << units[unit];
}

/// The 3 n + 1 places of borders and spaces come out of the columns, one more out of the last but
/// one, as rich divides them.
INLAY_COLD inline void divide(std::size_t width, View<Column> columns) {
    std::size_t begin = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto end = static_cast<std::size_t>(columns[c].end * static_cast<double>(width));
        columns[c].width = end - begin - (c + 2 == columns.size() ? 4 : 3);
        begin = end;
    }
}

/// The columns of a table, written to `all`. They end where Keras's do; one that tells what is
/// trained takes a tenth of the whole.
INLAY_COLD inline View<const Column> columns_of(const SummaryTable& table, std::size_t width,
                                                Column* all) {
    constexpr double sequential[]{0.45, 0.8, 1}, branched[]{0.3, 0.56, 0.74, 1};
    std::size_t count = table.branches ? 4 : 3;
    const double rest = table.trainable_column ? 0.9 : 1;
    for (std::size_t c = 0; c < count; ++c)
        all[c].end = rest * (table.branches ? branched : sequential)[c];
    all[2].place = Column::right;
    if (table.trainable_column) all[count++] = {.place = Column::center, .end = 1};
    divide(width < narrowest_summary ? narrowest_summary : width, {all, count});
    return {all, count};
}

/// ├───┼───┤
INLAY_COLD inline void put_rule(Text& out, View<const Column> columns, const char* left,
                                const char* line, const char* cross, const char* right) {
    for (const Column& column : columns)
        (out << (&column == columns.data() ? left : cross)).repeat(line, column.width + 2);
    out << right << "\n";
}

/// Takes the words off a text that fit in a line; one that is longer comes alone.
INLAY_COLD inline std::string_view take_line(std::string_view& text, std::size_t width) {
    std::size_t length = text.size();
    if (const std::size_t bytes = length - width_of(text); length > width + bytes)
        length = text.rfind(' ', width + bytes);
    if (length == text.npos) length = text.find(' ');
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    return line;
}

/// One line of a cell, cut by an ellipsis where it is too long.
INLAY_COLD inline void put_line(Text& out, std::string_view line, const Column& column) {
    const std::size_t width = width_of(line);
    const bool cut = width > column.width;
    const std::size_t space = cut ? 0 : column.width - width;
    const std::size_t before = column.place == Column::right    ? space
                               : column.place == Column::center ? space / 2
                                                                : 0;
    out.repeat(" ", before);
    out << line.substr(0, cut ? column.width - 1 : line.size()) << (cut ? "…" : "");
    out.repeat(" ", space - before);
}

/// │ a │ b │, as high as the highest cell: the others stand at the top or at the bottom.
INLAY_COLD inline void put_row(Text& out, View<const Column> columns, const std::string_view* cells,
                               const char* border, bool bottom) {
    std::string_view rest[5];
    std::size_t heights[5]{}, height = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (rest[c] = cells[c]; !rest[c].empty(); ++heights[c])
            take_line(rest[c], columns[c].width);
        if (heights[c] > height) height = heights[c];
        rest[c] = cells[c];
    }
    for (std::size_t left = height; left > 0; --left) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool blank = bottom && left > heights[c];
            out << border << " ";
            put_line(out, blank ? "" : take_line(rest[c], columns[c].width), columns[c]);
            out << " ";
        }
        out << border << "\n";
    }
}

/// Total params: 46,922 (183.29 KB)
INLAY_COLD inline void put_count(Text& out, const char* what, std::size_t numbers,
                                 std::size_t bytes) {
    out << what << grouped(numbers) << " (";
    put_size(out, bytes);
    out << ")\n";
}

/// The lines below the table.
INLAY_COLD inline void put_counts(Text& out, const SummaryTable& table) {
    const std::size_t total = table.trainable + table.non_trainable + table.optimizer;
    const std::size_t counter = table.optimizer == 0 ? 0 : 8 - table.bytes_per_number;
    const std::size_t each = table.bytes_per_number;
    put_count(out, " Total params: ", total, total * each + counter);
    put_count(out, " Trainable params: ", table.trainable, table.trainable * each);
    put_count(out, " Non-trainable params: ", table.non_trainable, table.non_trainable * each);
    if (table.optimizer != 0)
        put_count(out, " Optimizer params: ", table.optimizer, table.optimizer * each + counter);

    out << " Multiply-adds: " << grouped(table.multiply_adds) << " per example\n";
    if (!table.algorithms.empty())
        out << " Multiplications left: " << grouped(table.multiplications) << " by "
            << table.algorithms << "; the other layers are direct\n";
    const bool inference = table.inference_bytes != 0, training = table.training_bytes != 0;
    if (inference || training) out << " Memory: ";
    if (inference) {
        put_size(out, table.inference_bytes);
        out << " for inference" << (training ? ", " : "\n");
    }
    if (training) {
        put_size(out, table.training_bytes);
        out << " for training with batches of " << grouped(table.batch_size) << "\n";
    }
}

/// (None, 28, 28, 32), or a list of all outputs of a layer.
INLAY_COLD inline Text shapes_text(const SummaryRow& row) {
    if (row.further.size() == 0) return shape_text("None", row.shape);
    Text text("[");
    text << shape_text("None", row.shape);
    for (const Shape& shape : row.further) text << ", " << shape_text("None", shape);
    return text << "]";
}

}  // namespace printing

INLAY_BODY std::string summary_text(const SummaryTable& table, std::size_t width) {
    using namespace printing;
    Column all[5];
    const View<const Column> columns = columns_of(table, width, all);
    Text out;
    out << "Model: \"" << table.model_name << "\"\n";
    std::string_view headers[5]{"Layer (type)", "Output Shape", "Param #"};
    std::size_t header = 3;
    if (table.branches) headers[header++] = "Connected to";
    if (table.trainable_column) headers[header] = "Trainable";
    put_rule(out, columns, "┏", "━", "┳", "┓");
    put_row(out, columns, headers, "┃", true);
    put_rule(out, columns, "┡", "━", "╇", "┩");
    for (const SummaryRow& row : table.rows) {
        Text title;
        title.repeat("   ", row.level) << (row.level > 0 ? "└ " : "");
        title << row.name << " (" << row.title << ")";
        const Text shape = shapes_text(row), parameters = grouped(row.parameters);
        std::string_view cells[5]{title.view(), shape.view(), parameters.view()};
        std::size_t cell = 3;
        if (table.branches)
            cells[cell++] = row.connected_to.empty() ? "-" : row.connected_to.view();
        if (table.trainable_column)
            cells[cell] = row.parameters == 0 ? "-" : row.frozen ? "N" : "Y";
        if (&row != table.rows.data()) put_rule(out, columns, "├", "─", "┼", "┤");
        put_row(out, columns, cells, "│", false);
    }
    put_rule(out, columns, "└", "─", "┴", "┘");
    put_counts(out, table);
    return out;
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_SUMMARY_HPP
