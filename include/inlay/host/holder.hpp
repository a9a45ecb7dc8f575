// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_HOLDER_HPP
#define INLAY_HOST_HOLDER_HPP
// Something on the heap that its last holder destroys. One plain class for all types: a shared_ptr
// would compile a family of its own for each.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

/// One of the holders of an object, or of nothing.
class Holder {
public:
    Holder() = default;

    /// Makes an object on the heap and holds it.
    template <class Type, class... Arguments>
    static Holder make(Arguments&&... arguments) {
        Holder holder;
        holder.block_ = new Block{1, new Type(std::forward<Arguments>(arguments)...),
                                  [](void* object) { delete static_cast<Type*>(object); }};
        return holder;
    }

    Holder(const Holder& other) noexcept : block_(other.block_) {
        if (block_ != nullptr) block_->holders.fetch_add(1);
    }
    Holder(Holder&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    Holder& operator=(Holder other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~Holder() {
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

    INLAY_COLD void destroy();

    Block* block_ = nullptr;
};

#if INLAY_BODIES

INLAY_BODY void Holder::destroy() {
    block_->destroy(block_->object);
    delete block_;
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_HOLDER_HPP
