// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_DIAGNOSE_HPP
#define INLAY_PROGRAM_DIAGNOSE_HPP
// How a mistake reaches the user: as the words of the compiler's first error.
//
// Compilers print a class value in a template argument as it was written, but cut long strings; so
// the sentence is handed to an undefined template in pieces of at most 30 characters.

#include <inlay/text/sentence.hpp>

#include <cstddef>
#include <utility>

namespace inlay::mistake {

/// A piece of a sentence, without padding: Clang prints an array as text only if it ends in its
/// only zero.
template <std::size_t Length>
struct text {
    char words[Length];
};

/// Never defined: the error that names it is the message.
template <text... Pieces>
struct message;

}  // namespace inlay::mistake

namespace inlay::INLAY_ABI::program {

/// Where the pieces of a sentence begin and end: between words.
struct Cuts {
    static constexpr std::size_t longest = 30;

    std::size_t begin[32]{}, end[32]{}, count = 0;
};

constexpr Cuts cut(std::string_view sentence) {
    Cuts cuts;
    for (std::size_t at = 0; at < sentence.size() && cuts.count < 32; ++cuts.count) {
        std::size_t end = sentence.size();
        if (end - at > Cuts::longest) {
            end = sentence.rfind(' ', at + Cuts::longest);
            if (end == sentence.npos || end <= at) end = at + Cuts::longest;
        }
        cuts.begin[cuts.count] = at;
        cuts.end[cuts.count] = end;
        at = end < sentence.size() && sentence[end] == ' ' ? end + 1 : end;
    }
    return cuts;
}

/// The sentence that Subject::mistake holds, as an error of the compiler.
template <class Subject>
struct Diagnosis {
    static constexpr std::string_view sentence = Subject::mistake.view();
    static constexpr Cuts cuts = cut(sentence);

    template <std::size_t Index>
    static constexpr auto piece() {
        mistake::text<cuts.end[Index] - cuts.begin[Index] + 1> words{};
        for (std::size_t k = cuts.begin[Index]; k < cuts.end[Index]; ++k)
            words.words[k - cuts.begin[Index]] = sentence[k];
        words.words[cuts.end[Index] - cuts.begin[Index]] = 0;  // written, or Clang may not see it
        return words;
    }

    template <std::size_t... Index>
    static constexpr bool report(std::index_sequence<Index...>) {
        static_assert(sizeof(mistake::message<piece<Index>()...>) > 0, "inlay: read this message");
        return false;
    }
};

/// Stops the compiler with the sentence that Subject::mistake holds, if it holds one.
template <class Subject>
consteval bool without_mistake() {
    if constexpr (Subject::mistake.empty())
        return true;
    else
        return Diagnosis<Subject>::report(
            std::make_index_sequence<Diagnosis<Subject>::cuts.count>{});
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_DIAGNOSE_HPP
