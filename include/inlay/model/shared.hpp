// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_SHARED_HPP
#define INLAY_MODEL_SHARED_HPP
// Something on the heap that its last holder destroys. One plain class for all types: a shared_ptr
// would compile a family of its own for each.

#include <inlay/config.hpp>
#include <inlay/model/atomic.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

/// One of the holders of an object, or of nothing.
class Shared {
public:
    Shared() = default;

    /// Makes an object on the heap and holds it.
    template <class Type, class... Arguments>
    static Shared make(Arguments&&... arguments) {
        Shared holder;
        holder.block_ = new Block{1, new Type(std::forward<Arguments>(arguments)...),
                                  [](void* object) { delete static_cast<Type*>(object); }};
        return holder;
    }

    Shared(const Shared& other) noexcept : block_(other.block_) {
        if (block_ != nullptr) block_->holders.fetch_add(1);
    }
    Shared(Shared&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~Shared() {
        if (block_ != nullptr && block_->holders.fetch_add(std::size_t(-1)) == 1) destroy();
    }

    explicit operator bool() const { return block_ != nullptr; }

    /// Whether there are other holders.
    bool has_others() const { return block_ != nullptr && block_->holders.load() > 1; }

    /// The object, made as a Type.
    template <class Type>
    Type& as() const {
        return *static_cast<Type*>(block_->object);
    }

private:
    struct Block {
        Atomic<std::size_t> holders;
        void* object;
        void (*destroy)(void* object);
    };

    INLAY_COLD INLAY_NOINLINE void destroy() {
        block_->destroy(block_->object);
        delete block_;
    }

    Block* block_ = nullptr;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_SHARED_HPP
