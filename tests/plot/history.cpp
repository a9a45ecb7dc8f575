// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/plot.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace inlay;

TEST_CASE("a panel for each score, a curve for each key") {
    History history;
    for (int epoch = 1; epoch <= 5; ++epoch) {
        const auto number = static_cast<float>(epoch);
        history.append("loss", 1 / number);
        history.append("accuracy", 1 - 1 / number);
        history.append("val_loss", epoch == 3 ? NAN : 2 / number);
        history.append("val_accuracy", 1 - 2 / number);
        history.append("<b>&", std::numeric_limits<float>::infinity());
    }
    const TemporaryFolder folder;
    const std::string path = (folder / "curves.svg").string();
    plot::history(history, path, {.title = "A \"run\" of <mine>"});
    const drawn::Xml xml = drawn::checked_svg(path);
    CHECK(xml.shows("A \"run\" of <mine>"));
    for (const std::string shown :
         {"loss", "accuracy", "<b>&", "training 0.2000", "validation 0.4000"})
        CHECK(xml.shows(shown));
    std::size_t curves = 0;
    for (const drawn::Element& element : xml.elements)
        curves += element.name == "polyline" && element.attributes.at("stroke-width") == "2";
    CHECK(curves == 5);  // three and a val_loss in two parts; infinities have none
    plot::history(history, (folder / "curves.png").string());
    CHECK(drawn::decoded(drawn::content_of((folder / "curves.png").string())).width == 1848);
}

TEST_CASE("one epoch is a dot, and validations of every other epoch stand there") {
    History history;
    history.append("loss", 1);
    const TemporaryFolder folder;
    const std::string path = (folder / "curves.svg").string();
    plot::history(history, path);
    CHECK(drawn::checked_svg(path).count("polyline") > 1);
    for (int epoch = 2; epoch <= 5; ++epoch) history.append("loss", 1);
    history.append("val_loss", 3);
    history.append("val_loss", 2);
    const auto points = plot::detail::series_of(history, "val_loss");
    CHECK(points[0].x == 2);
    CHECK(points[1].x == 4);
}

TEST_CASE("mistakes about a history") {
    CHECK(message_of([] { plot::history(History(), "a.svg"); }) ==
          "plot::history: the history is empty: it is what fit returns after an epoch");
    CHECK(message_of([] { plot::history(History(), "a.bmp"); }) ==
          "plot::history: 'a.bmp': a picture is written as .svg or .png");
}
