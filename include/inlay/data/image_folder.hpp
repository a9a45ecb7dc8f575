// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_FOLDER_HPP
#define INLAY_DATA_IMAGE_FOLDER_HPP
// Which pictures lie in a folder, in an order that does not depend on the file system: folders by
// name, and in each its pictures by name, byte by byte.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/io/file.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#if INLAY_BODIES
#include <algorithm>
#include <cstddef>
#include <system_error>
#include <utility>
#endif

namespace inlay::INLAY_ABI::data {

namespace image_folder {

using Path = std::filesystem::path;

/// The names of a folder's folders, without those that begin with a point, sorted. An Error where
/// it cannot be read.
INLAY_COLD std::vector<std::string> folders_in(const Path& folder);

/// The pictures in a folder and in those within it, as their names tell: .png, .jpg, .jpeg, .bmp in
/// any case. Links to folders are followed if asked for. An Error where a folder cannot be read,
/// for a link to a folder around it, and for a .gif, which nothing here decodes.
INLAY_COLD std::vector<std::string> pictures_in(const Path& folder, bool follow_links);

}  // namespace image_folder

#if INLAY_BODIES

namespace image_folder {

/// An entry of a folder, and whether it is a folder itself.
struct Entry {
    std::string name;
    bool folder = false, link = false;

    friend bool operator<(const Entry& a, const Entry& b) { return a.name < b.name; }
};

/// What is in a folder, by name.
INLAY_COLD inline std::vector<Entry> entries_of(const Path& folder) {
    std::error_code failed;
    std::filesystem::directory_iterator next(folder, failed);
    std::vector<Entry> entries;
    for (; !failed && next != std::filesystem::directory_iterator(); next.increment(failed)) {
        std::error_code ignored;  // a link to nothing is no folder, and an Error when it is read
        const bool link = next->is_symlink(ignored);
        entries.push_back({next->path().filename().string(), next->is_directory(ignored), link});
    }
    if (failed)
        fail(Text() << io::detail::shown(folder.string())
                    << ": cannot read the folder: " << failed.message());
    std::ranges::sort(entries, std::less());
    return entries;
}

inline bool ends_with(std::string_view name, std::string_view extension) {
    if (name.size() < extension.size()) return false;
    name.remove_prefix(name.size() - extension.size());
    return std::ranges::equal(name, extension, [](char c, char wanted) {
        return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == wanted;
    });
}

/// The folder and those within it, each once.
INLAY_COLD inline std::vector<Path> folders_below(const Path& top, bool follow_links) {
    struct Found {
        Path path;
        std::vector<Path> around;  // itself and the folders it lies in, without links
    };
    const auto plain = [](const Path& path) {
        std::error_code ignored;
        return std::filesystem::weakly_canonical(path, ignored);
    };
    std::vector<Found> left{{top, {plain(top)}}};
    std::vector<Path> folders;
    while (!left.empty()) {
        const Found found = std::move(left.back());
        left.pop_back();
        folders.push_back(found.path);
        for (const Entry& entry : entries_of(found.path)) {
            if (!entry.folder || (entry.link && !follow_links)) continue;
            Found inner{found.path / entry.name, found.around};
            if (follow_links) {
                const Path itself = plain(inner.path);
                if (std::ranges::find(inner.around, itself) != inner.around.end())
                    fail(Text() << inner.path.string()
                                << ": a link to a folder around it: " << itself.string());
                inner.around.push_back(itself);
            }
            left.push_back(std::move(inner));
        }
    }
    std::ranges::sort(folders, {}, [](const Path& path) { return path.string(); });
    return folders;
}

INLAY_BODY std::vector<std::string> folders_in(const Path& folder) {
    std::vector<std::string> names;
    for (const Entry& entry : entries_of(folder))
        if (entry.folder && !entry.name.starts_with('.')) names.push_back(entry.name);
    return names;
}

INLAY_BODY std::vector<std::string> pictures_in(const Path& folder, bool follow_links) {
    std::vector<std::string> paths;
    for (const Path& inner : folders_below(folder, follow_links))
        for (const Entry& entry : entries_of(inner)) {
            if (entry.folder) continue;
            const std::string path = (inner / entry.name).string();
            if (ends_with(entry.name, ".gif"))
                fail(Text() << path
                            << ": found a GIF, expected PNG, JPEG or BMP files: convert it "
                               "or move it away");
            for (const std::string_view extension : {".png", ".jpg", ".jpeg", ".bmp"})
                if (ends_with(entry.name, extension)) paths.push_back(path);
        }
    return paths;
}

}  // namespace image_folder

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_IMAGE_FOLDER_HPP
