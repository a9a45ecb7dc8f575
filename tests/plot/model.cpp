// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/inlay.hpp>
#include <inlay/plot/model.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Net =
    Sequential<Named<"half", Conv2D<3, 2, 2, Same>>, Frozen<Conv2D<3, 1, 1>>,
               Named<"a <b> & \"c\" that is much too long for a card of any width",
                     Sequential<ReLU, MaxPool<2>>>,
               UpSampling2D<2>, Add<Identity, From<"half">>, GlobalAveragePool,
               Concat<Identity, From<"meta">>, Outputs<Named<"kind", Dense<4, Softmax>>, Dense<2>>>;
using Two = Model<Net, Inputs<Named<"image", Input<4, 6, 3>>, Named<"meta", Input<2>>>>;

}  // namespace

TEST_CASE("a card for each row and input, a line for what reads what") {
    const TemporaryFolder folder;
    const std::string path = (folder / "model.svg").string();
    plot::model(Two(), path);
    const drawn::Xml xml = drawn::checked_svg(path);
    CHECK(xml.count("rect") == 1 + 3 * 13);
    CHECK(xml.count("polyline") == 13);  // 11 layers read a value, two of them two
    CHECK(xml.count("polygon") == 13);
    for (const std::string shown :
         {"functional", "image", "meta", "half", "39", "12", "4 \u00d7 6 \u00d7 3", "kind", "dense",
          "87 parameters, 1,110 multiply-adds, grey ones frozen"})
        CHECK_MESSAGE(xml.shows(shown), shown);

    const Model<Sequential<Named<"x", Dense<2>>>, Input<3>> small;
    plot::model(small, path, {.show_shapes = false, .show_parameters = false, .title = "One"});
    const drawn::Xml one = drawn::checked_svg(path);
    CHECK(one.texts() == std::vector<std::string>{"One", "8 parameters, 6 multiply-adds",
                                                  "input_layer", "InputLayer", "x", "Dense"});
    CHECK(one.count("polyline") == 1);
}

TEST_CASE("edges end at their nodes and pass beside all others") {
    const std::vector<plot::Edge> edges{{0, 1}, {1, 2}, {2, 3}, {1, 4}, {3, 4}, {0, 4},
                                        {5, 6}, {4, 6}, {0, 6}, {1, 7}, {6, 7}};
    const plot::Layout layout(8, edges, 100, 40, 30);
    for (std::size_t a = 0; a < 8; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const plot::Box one = layout.box(a), other = layout.box(b);
            CHECK((one.right() + 20 < other.x || other.right() + 20 < one.x ||
                   one.bottom() + 20 < other.y || other.bottom() + 20 < one.y));
        }
    CHECK(layout.box(5).y == layout.box(4).y);  // what reads nothing stands above its reader
    for (std::size_t k = 0; k < edges.size(); ++k) {
        const std::vector<plot::Point> path = layout.path(k);
        const plot::Box from = layout.box(edges[k].from), to = layout.box(edges[k].to);
        CHECK(path.front().x == doctest::Approx(from.center().x));
        CHECK(path.front().y == from.bottom());
        CHECK(path.back().x == doctest::Approx(to.center().x));
        CHECK(path.back().y == to.y);
        for (std::size_t p = 0; p + 1 < path.size(); ++p)
            for (std::size_t node = 0; node < 8; ++node) {
                const plot::Box box = layout.box(node);
                const bool beside = path[p].y >= box.bottom() || path[p + 1].y <= box.y ||
                                    path[p].x < box.x || path[p].x > box.right();
                CHECK(beside);
            }
    }
}

TEST_CASE("a network of one chain is one column") {
    std::vector<plot::Edge> edges;
    for (std::size_t k = 1; k < 50; ++k) edges.push_back({k - 1, k});
    const plot::Layout layout(50, edges, 100, 40, 30);
    CHECK(layout.width() == doctest::Approx(100));
    CHECK(layout.height() == doctest::Approx(50 * 70 - 30));
}
