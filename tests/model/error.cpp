// SPDX-License-Identifier: MIT
#include <inlay/model/error.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace inlay;

TEST_CASE("an error carries its sentence, from a text or from a failure of the core") {
    CHECK(std::string(Error("found 3, expected 4").what()) == "found 3, expected 4");
    const Status failure(Sentence() << "found " << 3);
    CHECK(std::string(Error(failure).what()) == "found 3");
}

TEST_CASE("fail throws") {
    CHECK_THROWS_WITH_AS(fail("no such file"), "no such file", Error);
    CHECK_THROWS_WITH_AS(fail(Status(Sentence() << "too long")), "too long", std::runtime_error);
}
