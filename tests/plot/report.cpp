// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/inlay.hpp>
#include <inlay/plot/report.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Small = Model<Sequential<Flatten, Dense<3, Softmax>>, Input<4, 5, 1>>;

History run() {
    History history;
    for (int epoch = 0; epoch < 25; ++epoch) {
        history.append("loss", epoch == 3 ? NAN : 1 / (1 + static_cast<float>(epoch)));
        if (epoch % 2 == 1) history.append("val_loss", 0.5f);
    }
    return history;
}

/// The pictures of a page, each put to the checks of all pictures.
std::size_t pictures_of(const std::string& page) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find("<svg", at)) != page.npos; ++at) {
        const std::size_t end = page.find("</svg>\n", at);
        REQUIRE(end != page.npos);
        drawn::check_texts(drawn::Xml(page.substr(at, end + 7 - at)));
        ++count;
    }
    return count;
}

std::size_t count_of(const std::string& page, const std::string& piece) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find(piece, at)) != page.npos; ++at) ++count;
    return count;
}

}  // namespace

TEST_CASE("a page that needs nothing else") {
    const TemporaryFolder folder;
    const std::string path = (folder / "run.html").string();
    const Small model{1};
    report(run(), model, path);
    std::string page = drawn::content_of(path);
    CHECK(pictures_of(page) == 3);  // curves, network, weights
    CHECK(count_of(page, "<tr>") == 1 + 25 + 1 + 3);
    CHECK(page.find("Examples kept aside") == page.npos);
    CHECK(page.find("<details><summary>All epochs") != page.npos);
    CHECK(page.find("<td class=\"n\">nan</td>") != page.npos);

    Tensor<float> x({6, 4, 5, 1});
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 37 % 101) / 101;
    const std::vector<int> y{0, 1, 2, 0, 1, 2};
    report(run(), model, path,
           {.title = "<script>alert(1)</script>",
            .settings = {{"rate", "1e-3 & \"less\""}},
            .x = x,
            .y = y,
            .names = {"</svg>", "b", "c"}});
    page = drawn::content_of(path);
    CHECK(pictures_of(page) == 7);  // and confusion, two curves over thresholds, mistakes
    CHECK(page.find("<script") == page.npos);
    CHECK(page.find("1e-3 &amp; &quot;less&quot;") != page.npos);
    CHECK(count_of(page, "://") == count_of(page, "<svg xmlns=\"http://www.w3.org/2000/svg\""));
    for (const std::string tag : {"div", "table", "tr", "td", "th", "details", "h2", "p", "span"}) {
        CAPTURE(tag);
        CHECK(count_of(page, "<" + tag + ">") + count_of(page, "<" + tag + " ") ==
              count_of(page, "</" + tag + ">"));
    }
    CHECK(folder.count() == 1);
}

TEST_CASE("a run that diverged") {
    Small model{1};
    for (float& weight : model.weights()) weight = NAN;
    History history;
    history.append("loss", NAN);
    const Tensor<float> x({2, 4, 5, 1});
    const TemporaryFolder folder;
    const std::string path = (folder / "run.html").string();
    report(history, model, path, {.x = x, .y = std::vector{1, 2}});
    const std::string page = drawn::content_of(path);
    CHECK(pictures_of(page) == 5);
    CHECK(page.find("Some predictions are not finite") != page.npos);
}

TEST_CASE("mistakes about a report") {
    const Small model{1};
    CHECK(message_of([&] { report(run(), model, "run.svg"); }) ==
          "report: 'run.svg': a report is written as .html");
    CHECK(message_of([&] { report(History(), model, "run.html"); }) ==
          "report: the history is empty: it is what fit returns after an epoch");
    CHECK(message_of([&] {
              report(run(), model, "run.html", {.x = std::vector<float>(40), .y = std::vector{0}});
          }) == "plot::confusion: found 1 labels but 2 predictions: expected one for each");
    CHECK(message_of([&] {
              report(run(), model, "/nowhere/run.html");
          }).starts_with("/nowhere/run.html: cannot create a temporary file"));
}
