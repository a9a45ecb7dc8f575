// SPDX-License-Identifier: MIT
#pragma once
// Keras 3's table of a model (keras/src/utils/summary_utils.py), and two facts more below it.

#include <inlay/config.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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

/// 46,922
INLAY_COLD inline std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t left = text.size(); left > 3;) text.insert(left -= 3, 1, ',');
    return text;
}

/// 183.29 KB
INLAY_COLD inline std::string size_text(std::size_t bytes) {
    constexpr std::string_view units[]{" B", " KB", " MB", " GB", " TB", " PB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit + 1 < std::size(units); ++unit) size /= 1024;
    char text[32];
    const auto stop = std::to_chars(text, text + 32, size, std::chars_format::fixed, 2).ptr;
    return std::string(text, stop).append(units[unit]);
}

/// (None, 24, 24, 32): None stands for the batch.
INLAY_COLD inline std::string batch_shape_text(const std::vector<std::size_t>& shape) {
    std::string text = "(None";
    for (const std::size_t extent : shape) text += ", " + std::to_string(extent);
    return text + ")";
}

/// conv2d[0][0], add[0][0]: each layer's only call and only output, in Keras's terms.
INLAY_COLD inline std::string connection_text(const std::vector<std::string>& layers) {
    std::string text;
    for (const std::string& layer : layers) text += (text.empty() ? "" : ", ") + layer + "[0][0]";
    return text.empty() ? "-" : text;
}

struct Column {
    std::string_view header;
    std::size_t width;
    bool right = false;
};

/// Keras's columns end at these shares of the width; the 3 n + 1 places of borders and spaces come
/// out of them, one more out of the last but one, as rich divides them.
INLAY_COLD inline std::vector<Column> columns_of(bool branches, std::size_t width) {
    constexpr double sequential[]{0.45, 0.80, 1.0}, branched[]{0.3, 0.56, 0.74, 1.0};
    std::vector<Column> columns{{"Layer (type)", 0}, {"Output Shape", 0}, {"Param #", 0, true}};
    if (branches) columns.push_back({"Connected to", 0});
    std::size_t begin = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double share = branches ? branched[c] : sequential[c];
        const auto end = static_cast<std::size_t>(share * static_cast<double>(width));
        columns[c].width = end - std::exchange(begin, end) - (c + 2 == columns.size() ? 4 : 3);
    }
    return columns;
}

/// A text in lines as wide as its column: breaks between words, cuts words that are too long.
INLAY_COLD inline std::vector<std::string> cell_lines(std::string_view text, const Column& column) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t length = text.size();
        if (length > column.width) length = text.rfind(' ', column.width);
        if (length == text.npos) length = (std::min)(text.find(' '), text.size());
        std::string line(text.substr(0, length));
        if (length > column.width) {
            line.replace(column.width - 1, line.npos, "…");
        } else {
            line.insert(column.right ? 0 : length, column.width - length, ' ');
        }
        lines.push_back(line);
        text.remove_prefix((std::min)(length + 1, text.size()));
    }
    return lines;
}

/// ├───┼───┤
INLAY_COLD inline std::string rule(const std::vector<Column>& columns, std::string_view left,
                        std::string_view line, std::string_view cross, std::string_view right) {
    std::string text;
    for (const Column& column : columns) {
        text += text.empty() ? left : cross;
        for (std::size_t k = 0; k < column.width + 2; ++k) text += line;
    }
    return text.append(right) + "\n";
}

/// │ a │ b │, as high as the highest cell: the others stand at the top or at the bottom.
INLAY_COLD inline std::string row_text(const std::vector<Column>& columns,
                            const std::vector<std::string>& cells, std::string_view border,
                            bool bottom = false) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        lines.push_back(cell_lines(cells[c], columns[c]));
        height = (std::max)(height, lines[c].size());
    }
    std::string text;
    for (std::size_t c = 0; c < columns.size(); ++c)
        lines[c].insert(bottom ? lines[c].begin() : lines[c].end(), height - lines[c].size(),
                        std::string(columns[c].width, ' '));
    for (std::size_t h = 0; h < height; ++h) {
        for (const auto& cell : lines) text.append(border) += " " + cell[h] + " ";
        text.append(border) += '\n';
    }
    return text;
}

}  // namespace printing

/// The table as text for a screen of so many columns, 44 at least: as wide as Keras's unless the
/// screen is narrower.
INLAY_COLD inline std::string summary_text(const SummaryTable& table,
                                           std::size_t screen_columns = 112) {
    using namespace printing;
    const std::size_t widest = table.branches ? 108 : 88;
    const std::size_t room = (std::max)(screen_columns, std::size_t{44}) - 4;
    const auto columns = columns_of(table.branches, (std::min)(widest, room));

    std::string text = "Model: \"" + table.model_name + "\"\n";
    std::vector<std::string> cells;
    for (const Column& column : columns) cells.emplace_back(column.header);
    text += rule(columns, "┏", "━", "┳", "┓");
    text += row_text(columns, cells, "┃", true);
    text += rule(columns, "┡", "━", "╇", "┩");
    for (const SummaryRow& row : table.rows) {
        if (&row != table.rows.data()) text += rule(columns, "├", "─", "┼", "┤");
        cells = {row.name + " (" + row.title + ")", batch_shape_text(row.shape),
                 grouped(row.parameters), connection_text(row.connected_to)};
        text += row_text(columns, cells, "│");
    }
    text += rule(columns, "└", "─", "┴", "┘");

    const auto count = [&](const char* what, std::size_t numbers, std::size_t more_bytes = 0) {
        const std::size_t bytes = numbers * table.bytes_per_number + more_bytes;
        text += what + grouped(numbers) + " (" + size_text(bytes) + ")\n";
    };
    const std::size_t counter = table.optimizer == 0 ? 0 : 8 - table.bytes_per_number;
    count(" Total params: ", table.trainable + table.non_trainable + table.optimizer, counter);
    count(" Trainable params: ", table.trainable);
    count(" Non-trainable params: ", table.non_trainable);
    if (table.optimizer != 0) count(" Optimizer params: ", table.optimizer, counter);

    text += " Multiply-adds: " + grouped(table.multiply_adds) + " per example\n";
    std::string memory;
    if (table.inference_bytes != 0) memory += size_text(table.inference_bytes) + " for inference";
    if (table.training_bytes != 0)
        memory += (memory.empty() ? "" : ", ") + size_text(table.training_bytes) +
                  " for training with batches of " + grouped(table.batch_size);
    return memory.empty() ? text : text + " Memory: " + memory + "\n";
}

}  // namespace inlay::inline INLAY_ABI
