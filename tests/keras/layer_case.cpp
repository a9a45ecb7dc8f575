// SPDX-License-Identifier: MIT
// The reader of Keras's numbers: what it reads, and what it says of files that are broken.
#include "layer_case.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

const std::string whole = R"(# a comment
cases 2

case first
layer Dense<1,
    NoBias> on Input<2>
batch 1
training true
input formula 2 43924 1 0.5
cotangent listed 1
    0.25
weight dense/kernel formula 2 131772 0.5 0
state dense/mean listed 1 3
output 1 -0.5 0.5 0.5 1
    -0.5
input_gradient 200 1 100 1 3
    0.25 -1
    1e-5
weight_gradient dense/kernel 2 1 2 1.5 2
    1.5 -0.5
state_after dense/mean 1 2 2 2 1
    2

case second
layer Flatten on Input<1>
batch 1
training false
input listed 1 1
cotangent listed 1 1
output 1 1 1 1 1
    1
)";

std::vector<keras::LayerCase> read(const std::string& text) {
    std::istringstream in(text);
    return keras::CaseReader(in, "file.txt").read();
}

/// What is said of the file above with one piece of it replaced.
std::string said(const std::string& piece, const std::string& other) {
    const std::size_t at = whole.find(piece);
    REQUIRE(at != std::string::npos);
    try {
        read(std::string(whole).replace(at, piece.size(), other));
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a file of cases is read") {
    const auto cases = read(whole);
    REQUIRE(cases.size() == 2);
    const keras::LayerCase& c = cases[0];
    CHECK(c.name == "first");
    CHECK(c.layer == "Dense<1, NoBias> on Input<2>");
    CHECK(c.batch == 1);
    CHECK(c.training);
    CHECK(c.input == keras::Tensor{"", 2, 43924, 1, 0.5f}.values());
    CHECK(c.cotangent == std::vector<float>{0.25f});
    REQUIRE(c.weights.size() == 1);
    CHECK(c.weights[0].name == "dense/kernel");
    CHECK(c.weights[0].values == keras::Tensor{"", 2, 131772, 0.5f, 0}.values());
    CHECK(c.state[0].values == std::vector<float>{3});
    CHECK(c.output.listed == std::vector<float>{-0.5f});
    CHECK(c.input_gradient.size == 200);
    CHECK(c.input_gradient.listed == std::vector<float>{0.25f, -1, 1e-5f});
    CHECK(c.weight_gradients[0].name == "dense/kernel");
    CHECK(c.weight_gradients[0].largest == 1.5);
    CHECK(c.state_after[0].sum == 2);
    CHECK_FALSE(cases[1].training);
    CHECK(cases[1].input_gradient.size == 0);
}

TEST_CASE("a broken file of cases is told by a sentence") {
    CHECK(said("batch 1", "batch 1") == "nothing");
    CHECK(said("cases 2", "cases 3") == "file.txt announces 3 cases and holds 2");
    CHECK(said("cases 2\n", "batch 2\n") == "file.txt:2: \"batch 2\" stands before the first case");
    CHECK(said("batch 1", "batch one") ==
          "file.txt:7: \"batch one\" has \"one\" for its number of examples");
    CHECK(said("batch 1", "batches 1") ==
          "file.txt:7: \"batches 1\" begins with a word that means nothing here");
    CHECK(said("batch 1\n", "") ==
          "file.txt: the case first lacks its batch, its input or its output");
    CHECK(said("training true", "training maybe") ==
          "file.txt:8: \"training maybe\" is neither true nor false");
    CHECK(said("formula 2 43924", "formulas 2 43924") ==
          "file.txt:9: \"input formulas 2 43924 1 0.5\" is neither listed nor given by a formula");
    CHECK(said("1.5 -0.5", "1.5") ==
          "file.txt:19: \"weight_gradient dense/kernel 2\" ends before "
          "its number 2 of 2");
    CHECK(said("1.5 -0.5", "1.5 -0.5 0") ==
          "file.txt:19: \"weight_gradient dense/kernel 2\" goes on with \"0\"");
    CHECK(said("1.5 -0.5", "1.5 -0.6") ==
          "file.txt:19: \"weight_gradient dense/kernel 2\" does not agree with its sums");
    CHECK(said("1.5 -0.5", "1.5 -0,5") ==
          "file.txt:19: \"weight_gradient dense/kernel 2\" has \"-0,5\" for its number 2 of 2");
    CHECK(said("200 1 100 1 3", "2 1 100 1 3") ==
          "file.txt:16: \"input_gradient 2 1 100 1 3 0.25\" lists too few or too many");
    CHECK(said("cotangent listed 1\n    0.25", "cotangent listed 2 1 1") ==
          "file.txt: the case first has a cotangent of another size");
    for (const char* const name : {"weight_gradient dense/bias", "state_after dense/kernel"})
        CHECK(said(name[0] == 'w' ? "weight_gradient dense/kernel" : "state_after dense/mean",
                   name) ==
              "file.txt: the case first has results for other weights than it begins with");
    CHECK(said(whole, "# nothing\n") == "file.txt is missing or empty");
}

TEST_CASE("a file of cases that is not there is told by its name") {
    CHECK_THROWS_WITH(keras::read_cases("no_layer"),
                      "tests/keras/layers/no_layer.txt is missing or empty");
}
