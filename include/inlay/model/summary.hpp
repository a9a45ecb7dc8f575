// SPDX-License-Identifier: MIT
#pragma once
// Keras 3's table of a model (keras/src/utils/summary_utils.py), and two facts more below it.

#include <inlay/config.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <locale>
#include <ostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::inline INLAY_ABI {

/// One layer of a summary.
struct SummaryRow {
    std::string name;                ///< conv2d_1
    std::string title;               ///< Conv2D
    std::vector<std::size_t> shape;  ///< of one output, the batch not included
    std::size_t parameters = 0;
    std::vector<std::string> connected_to{};  ///< the names of the layers that it reads
};

/// What a summary tells.
struct SummaryTable {
    std::string model_name = "sequential";
    std::vector<SummaryRow> rows{};
    bool branches = false;  ///< says what each layer is connected to
    std::size_t trainable = 0;
    std::size_t non_trainable = 0;
    std::size_t optimizer = 0;  ///< its numbers, with a step counter of 8 bytes; 0: none
    std::size_t bytes_per_number = 4;
    std::uint64_t multiply_adds = 0;  ///< for one example
    std::size_t inference_bytes = 0;  ///< 0: not shown
    std::size_t training_bytes = 0;   ///< 0: not shown
    std::size_t batch_size = 0;       ///< that training_bytes are for
};

namespace printing {

/// How a column stands, and its width without the spaces beside its borders.
struct Column {
    bool right = false;
    std::size_t width = 0;
};

/// 46,922
INLAY_COLD inline std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t left = text.size(); left > 3;) text.insert(left -= 3, 1, ',');
    return text;
}

/// (None, 24, 24, 32): None stands for the batch.
INLAY_COLD inline std::string batch_shape_text(const std::vector<std::size_t>& shape) {
    std::string text = "(None";
    for (const std::size_t extent : shape) text.append(", ").append(std::to_string(extent));
    return text.append(")");
}

/// conv2d[0][0], add[0][0]: each layer's only call and only output, in Keras's terms.
INLAY_COLD inline std::string connection_text(const std::vector<std::string>& layers) {
    std::string text;
    for (const std::string& layer : layers)
        text.append(text.empty() ? "" : ", ").append(layer).append("[0][0]");
    return text.empty() ? "-" : text;
}

/// 183.29 KB
INLAY_COLD inline void put_size(std::ostream& out, std::size_t bytes) {
    constexpr const char* units[]{" B", " KB", " MB", " GB", " TB", " PB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit + 1 < std::size(units); ++unit) size /= 1024;
    out << size << units[unit];
}

/// Keras's columns end at these shares of the width; the 3 n + 1 places of borders and spaces come
/// out of them, one more out of the last but one, as rich divides them.
INLAY_COLD inline void divide(std::size_t width, std::span<Column> columns) {
    constexpr double sequential[]{0.45, 0.80, 1.0}, branched[]{0.3, 0.56, 0.74, 1.0};
    std::size_t begin = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double share = columns.size() == 3 ? sequential[c] : branched[c];
        const auto end = static_cast<std::size_t>(share * static_cast<double>(width));
        columns[c].width = end - begin - (c + 2 == columns.size() ? 4 : 3);
        begin = end;
    }
}

/// ├───┼───┤
INLAY_COLD inline void put_rule(std::ostream& out, std::span<const Column> columns,
                                const char* left, const char* line, const char* cross,
                                const char* right) {
    for (const Column& column : columns) {
        out << (&column == columns.data() ? left : cross);
        for (std::size_t k = 0; k < column.width + 2; ++k) out << line;
    }
    out << right << '\n';
}

/// Takes the words off a text that fit in a line; one that is longer comes alone.
INLAY_COLD inline std::string_view take_line(std::string_view& text, std::size_t width) {
    std::size_t length = text.size();
    if (length > width) length = text.rfind(' ', width);
    if (length == text.npos) length = (std::min)(text.find(' '), text.size());
    const std::string_view line = text.substr(0, length);
    text.remove_prefix((std::min)(length + 1, text.size()));
    return line;
}

/// One line of a cell, cut by an ellipsis where it is too long.
INLAY_COLD inline void put_line(std::ostream& out, std::string_view line, const Column& column) {
    const bool cut = line.size() > column.width;
    const std::string space(cut ? 0 : column.width - line.size(), ' ');
    if (column.right) out << space;
    out << line.substr(0, cut ? column.width - 1 : column.width) << (cut ? "…" : "");
    if (!column.right) out << space;
}

/// │ a │ b │, as high as the highest cell: the others stand at the top or at the bottom.
INLAY_COLD inline void put_row(std::ostream& out, std::span<const Column> columns,
                               const std::string* cells, const char* border, bool bottom) {
    std::string_view rest[4];
    std::size_t heights[4]{}, height = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (rest[c] = cells[c]; !rest[c].empty(); ++heights[c])
            take_line(rest[c], columns[c].width);
        height = (std::max)(height, heights[c]);
        rest[c] = cells[c];
    }
    for (std::size_t left = height; left > 0; --left) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool blank = bottom && left > heights[c];
            out << border << ' ';
            put_line(out, blank ? "" : take_line(rest[c], columns[c].width), columns[c]);
            out << ' ';
        }
        out << border << '\n';
    }
}

}  // namespace printing

/// The table as text for a screen of so many columns, 44 at least: as wide as Keras's unless the
/// screen is narrower.
INLAY_COLD inline std::string summary_text(const SummaryTable& table,
                                           std::size_t screen_columns = 112) {
    using namespace printing;
    Column all[]{{.right = false}, {.right = false}, {.right = true}, {.right = false}};
    const std::span<Column> columns(all, table.branches ? 4 : 3);
    const std::size_t widest = table.branches ? 108 : 88;
    divide((std::min)(widest, (std::max)(screen_columns, std::size_t{44}) - 4), columns);

    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.setf(std::ios::fixed, std::ios::floatfield);
    out.precision(2);
    out << "Model: \"" << table.model_name << "\"\n";
    const std::string headers[]{"Layer (type)", "Output Shape", "Param #", "Connected to"};
    put_rule(out, columns, "┏", "━", "┳", "┓");
    put_row(out, columns, headers, "┃", true);
    put_rule(out, columns, "┡", "━", "╇", "┩");
    for (const SummaryRow& row : table.rows) {
        const std::string cells[]{row.name + " (" + row.title + ")", batch_shape_text(row.shape),
                                  grouped(row.parameters), connection_text(row.connected_to)};
        if (&row != table.rows.data()) put_rule(out, columns, "├", "─", "┼", "┤");
        put_row(out, columns, cells, "│", false);
    }
    put_rule(out, columns, "└", "─", "┴", "┘");

    const auto put_count = [&](const char* what, std::size_t numbers, std::size_t more_bytes) {
        out << what << grouped(numbers) << " (";
        put_size(out, numbers * table.bytes_per_number + more_bytes);
        out << ")\n";
    };
    const std::size_t total = table.trainable + table.non_trainable + table.optimizer;
    const std::size_t counter = table.optimizer == 0 ? 0 : 8 - table.bytes_per_number;
    put_count(" Total params: ", total, counter);
    put_count(" Trainable params: ", table.trainable, 0);
    put_count(" Non-trainable params: ", table.non_trainable, 0);
    if (table.optimizer != 0) put_count(" Optimizer params: ", table.optimizer, counter);

    out << " Multiply-adds: " << grouped(table.multiply_adds) << " per example\n";
    const bool inference = table.inference_bytes != 0, training = table.training_bytes != 0;
    if (inference || training) out << " Memory: ";
    if (inference) {
        put_size(out, table.inference_bytes);
        out << " for inference" << (training ? ", " : "\n");
    }
    if (training) {
        put_size(out, table.training_bytes);
        out << " for training with batches of " << grouped(table.batch_size) << '\n';
    }
    return out.str();
}

}  // namespace inlay::inline INLAY_ABI
