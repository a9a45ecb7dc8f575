// SPDX-License-Identifier: MIT
#pragma once
// Reads Keras's numbers for a layer: the files layers/*.txt, whose format generate.py explains.

#include "formula.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <istream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace keras {

/// A tensor that a case begins with. Weights are named as in Keras: conv2d_1/kernel.
struct Given {
    std::string name;
    std::vector<float> values;
};

/// A tensor that Keras found, and its name if it belongs to a weight.
struct Found {
    std::string name;
    std::size_t size = 0;
    double sum = 0, magnitude = 0, largest = 0;
    std::vector<float> listed;

    Expected expected() const { return {size, sum, magnitude, largest, listed}; }
};

/// A layer or a small block; gradients are those of sum(output * cotangent).
struct LayerCase {
    std::string name, layer;
    std::size_t batch = 0;
    bool training = false;  // Keras's mode
    std::vector<float> input, cotangent;
    std::vector<Given> weights, state;  // the trainable ones and the others, in inlay's order
    Found output, input_gradient;       // a gradient of size 0 where Keras was not asked
    std::vector<Found> weight_gradients, state_after;  // one for each of the above, or none
};

/// Reads cases, or throws a sentence that says where the file is wrong, and how.
class CaseReader {
public:
    CaseReader(std::istream& in, std::string file) : file_(std::move(file)) {
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            const std::size_t indent = line.find_first_not_of(' ');
            if (indent == std::string::npos || line[0] == '#') continue;
            if (indent == 0 || records_.empty())
                records_.push_back({number, line});
            else
                records_.back().text += line.substr(indent - 1);
        }
    }

    std::vector<LayerCase> read() {
        if (records_.empty()) throw std::runtime_error(file_ + " is missing or empty");
        std::vector<LayerCase> cases;
        std::size_t announced = 0;
        for (const Record& record : records_) {
            record_ = &record;
            words_ = std::istringstream(record.text);
            const std::string keyword = word("keyword");
            if (keyword == "cases") {
                announced = number<std::size_t>("number of cases");
            } else if (keyword == "case") {
                if (!cases.empty()) finish(cases.back());
                cases.emplace_back().name = word("name");
            } else if (cases.empty()) {
                fail("stands before the first case");
            } else {
                field(cases.back(), keyword);
            }
            if (std::string more; words_ >> more) fail("goes on with \"" + more + "\"");
        }
        finish(cases.back());
        if (cases.size() != announced)
            throw std::runtime_error(file_ + " announces " + std::to_string(announced) +
                                     " cases and holds " + std::to_string(cases.size()));
        return cases;
    }

private:
    struct Record {
        std::size_t line;
        std::string text;
    };

    std::string file_;
    std::vector<Record> records_;
    const Record* record_ = nullptr;
    std::istringstream words_;

    [[noreturn]] void fail(const std::string& what) const {
        const std::string& text = record_->text;
        throw std::runtime_error(file_ + ":" + std::to_string(record_->line) + ": \"" +
                                 text.substr(0, text.find(' ', 30)) + "\" " + what);
    }

    std::string word(const std::string& what) {
        std::string word;
        if (!(words_ >> word)) fail("ends before its " + what);
        return word;
    }

    template <class Number>
    Number number(const std::string& what) {
        const std::string text = word(what);
        const char* const end = text.data() + text.size();
        Number value{};
        if (const auto read = std::from_chars(text.data(), end, value);
            read.ec != std::errc() || read.ptr != end)
            fail("has \"" + text + "\" for its " + what);
        return value;
    }

    std::vector<float> numbers(std::size_t count) {
        std::vector<float> values(count);
        for (std::size_t k = 0; k < count; ++k)
            values[k] =
                number<float>("number " + std::to_string(k + 1) + " of " + std::to_string(count));
        return values;
    }

    /// A tensor by the formula, or its numbers.
    std::vector<float> given() {
        const std::string how = word("source");
        const auto size = number<std::size_t>("size");
        if (how == "listed") return numbers(size);
        if (how != "formula") fail("is neither listed nor given by a formula");
        const auto salt = number<std::uint32_t>("salt");
        const auto scale = number<float>("scale"), offset = number<float>("offset");
        return Tensor{"", size, salt, scale, offset}.values();
    }

    /// What Keras found. A tensor that is listed whole must agree with its sums.
    Found found(std::string name) {
        Found all;
        all.name = std::move(name);
        all.size = number<std::size_t>("size");
        all.sum = number<double>("sum");
        all.magnitude = number<double>("sum of absolute values");
        all.largest = number<double>("largest absolute value");
        all.listed = numbers(number<std::size_t>("number of listed elements"));
        if (all.listed.empty() || all.listed.size() > all.size) fail("lists too few or too many");
        double sum = 0, magnitude = 0;
        for (const float v : all.listed) {
            sum += static_cast<double>(v);
            magnitude += std::abs(static_cast<double>(v));
        }
        const double rounding = 1e-7 * all.magnitude;
        if (all.listed.size() == all.size && !(std::abs(sum - all.sum) <= rounding &&
                                               std::abs(magnitude - all.magnitude) <= rounding))
            fail("does not agree with its sums");
        return all;
    }

    void field(LayerCase& c, const std::string& keyword) {
        if (keyword == "layer") {
            std::getline(words_ >> std::ws, c.layer);
        } else if (keyword == "batch") {
            c.batch = number<std::size_t>("number of examples");
        } else if (keyword == "training") {
            const std::string answer = word("answer");
            if (answer != "true" && answer != "false") fail("is neither true nor false");
            c.training = answer == "true";
        } else if (keyword == "input") {
            c.input = given();
        } else if (keyword == "cotangent") {
            c.cotangent = given();
        } else if (keyword == "weight" || keyword == "state") {
            Given tensor{word("name"), {}};
            tensor.values = given();
            (keyword == "weight" ? c.weights : c.state).push_back(std::move(tensor));
        } else if (keyword == "output") {
            c.output = found("");
        } else if (keyword == "input_gradient") {
            c.input_gradient = found("");
        } else if (keyword == "weight_gradient") {
            c.weight_gradients.push_back(found(word("name")));
        } else if (keyword == "state_after") {
            c.state_after.push_back(found(word("name")));
        } else {
            fail("begins with a word that means nothing here");
        }
    }

    /// Checks that a case, of which all is read, is whole.
    void finish(const LayerCase& c) const {
        const auto broken = [&](const std::string& what) {
            throw std::runtime_error(file_ + ": the case " + c.name + " " + what);
        };
        if (c.batch == 0 || c.input.empty() || c.output.size == 0)
            broken("lacks its batch, its input or its output");
        if (c.cotangent.size() != c.output.size) broken("has a cotangent of another size");
        const auto match = [&](const std::vector<Given>& given, const std::vector<Found>& found) {
            if (found.empty()) return;
            bool same = found.size() == given.size();
            for (std::size_t k = 0; same && k < found.size(); ++k)
                same = found[k].name == given[k].name && found[k].size == given[k].values.size();
            if (!same) broken("has results for other weights than it begins with");
        };
        match(c.weights, c.weight_gradients);
        match(c.state, c.state_after);
    }
};

/// The cases of layers/<name>.txt.
inline std::vector<LayerCase> read_cases(const std::string& name) {
    std::ifstream file(INLAY_TESTS_FOLDER "/keras/layers/" + name + ".txt");
    return CaseReader(file, "tests/keras/layers/" + name + ".txt").read();
}

}  // namespace keras
