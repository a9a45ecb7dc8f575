// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_CLASSES_HPP
#define INLAY_PLOT_CLASSES_HPP
// Labels, predictions and the names of classes, in whatever form programs have them.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// What classes are called: any range of texts. Where there are none, their numbers are shown.
class Names {
public:
    Names() = default;

    template <class Range>
        requires requires(const Range& range) {
            { *std::begin(range) } -> std::convertible_to<std::string_view>;
        }
    Names(const Range& range) {
        for (const auto& name : range) names_.emplace_back(std::string_view(name));
    }
    Names(std::initializer_list<std::string_view> names) : names_(names.begin(), names.end()) {}

    std::size_t size() const { return names_.size(); }

    /// The name of a class, or its number.
    std::string operator[](std::size_t number) const {
        return number < size() ? names_[number] : std::string(Text() << number);
    }

private:
    std::vector<std::string> names_;
};

/// The number of examples of an array: its rows, or of one without a shape its elements.
inline std::size_t examples_of(const ArrayView& array) {
    return array.shape().empty() ? 0 : array.shape()[0];
}

/// How many numbers an array has for each example.
inline std::size_t row_length(const ArrayView& array) {
    return array.empty() ? 0 : array.size() / examples_of(array);
}

/// All numbers of an array.
inline std::vector<double> numbers_of(const ArrayView& array) {
    std::vector<double> numbers(array.size());
    array.read(0, numbers.size(), numbers.data());
    return numbers;
}

/// The class of each example, and how sure it is.
struct Classes {
    std::vector<std::size_t> numbers;
    std::vector<double> shares;  ///< the probability of the class; empty: not told
    std::size_t count = 0;       ///< of classes that there must be

    std::size_t size() const { return numbers.size(); }

    /// How sure the class of an example is, less than anything where that is no number.
    double share(std::size_t number) const {
        return shares[number] == shares[number] ? shares[number] : -1e30;
    }
};

/// Classes told by whole numbers, (n) or (n, 1), by a row of probabilities or of zeros and a one
/// for each example, (n, classes), or by the probability of class 1, (n, 1). An Error, which names
/// the example, about anything else.
inline Classes classes_of(std::string_view place, const ArrayView& array) {
    const std::vector<double> values = numbers_of(array);
    const std::size_t width = row_length(array);
    Classes classes;
    classes.count = width > 1 ? width : 0;
    if (array.shape().size() > 2)
        fail(Text() << place << " have the shape " << shape_text(array.shape())
                    << ": expected (n), (n, 1) or (n, classes)");
    const auto fraction = [](double value) {
        return value >= 0 && value <= 1 && value != std::floor(value);
    };
    const bool binary = width == 1 && std::any_of(values.begin(), values.end(), fraction);
    for (std::size_t example = 0; example < examples_of(array); ++example) {
        const double* row = values.data() + example * width;
        if (width > 1) {
            const double* most = std::max_element(row, row + width);
            classes.numbers.push_back(static_cast<std::size_t>(most - row));
            classes.shares.push_back(*most);
        } else if (binary) {
            classes.numbers.push_back(*row > 0.5 ? 1 : 0);
            classes.shares.push_back(*row > 0.5 ? *row : 1 - *row);
        } else if (*row >= 0 && *row < 1e9 && *row == std::floor(*row)) {
            classes.numbers.push_back(static_cast<std::size_t>(*row));
        } else {
            fail(Text() << place << ": example " << example << " is " << readable(*row)
                        << ", expected a class from 0 on, or its probability");
        }
    }
    if (binary) classes.count = 2;
    for (const std::size_t number : classes.numbers)
        classes.count = (std::max)(classes.count, number + 1);
    return classes;
}

/// Two arrays must tell of the same examples; an Error says how many each has.
inline void require_as_many(std::string_view place, std::size_t count, std::string_view what,
                            std::size_t other_count, std::string_view other) {
    if (count != other_count)
        fail(Text() << place << ": found " << count << " " << what << " but " << other_count << " "
                    << other << ": expected one for each");
}

/// There must be a name for each class, where there are any.
inline void require_names(std::string_view place, const Names& names, std::size_t classes) {
    if (names.size() != 0 && names.size() < classes)
        fail(Text() << place << ": found " << names.size() << " names but class " << classes - 1
                    << ": expected a name for each class from 0 on, or none");
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_CLASSES_HPP
