// Work on several threads, results in the order of the input.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nianbao {

/// Calls `work(next())` until next() gives nothing or take() gives false, on `threads` threads, and `take(result)` for each in the
/// order of the input. next and take are never called twice at once. At most eight results a thread wait for their turn, so
/// memory does not grow with the input.
template <class Next, class Work, class Take>
void in_order(unsigned threads, Next next, Work work, Take take) {
    if (threads <= 1) {
        while (auto job = next())
            if (!take(work(std::move(*job)))) return;
        return;
    }
    using Out = decltype(work(std::move(*next())));
    struct Slot {
        std::optional<Out> out;
    };
    const std::size_t most_waiting = std::size_t{8} * threads;
    std::mutex reading, writing;
    std::condition_variable room;
    std::deque<Slot> slots;  // of the jobs begun and not yet taken; the first is number `taken`
    std::size_t begun = 0, taken = 0;
    bool stopped = false;

    const auto run = [&] {
        for (;;) {
            std::unique_lock<std::mutex> read_lock(reading);
            {
                std::unique_lock<std::mutex> lock(writing);
                room.wait(lock, [&] { return stopped || slots.size() < most_waiting; });
                if (stopped) return;
            }
            auto job = next();  // may wait for a pipe; results are handed on meanwhile
            if (!job) return;
            std::size_t number = 0;
            {
                const std::lock_guard<std::mutex> lock(writing);
                number = begun++;
                slots.emplace_back();
            }
            read_lock.unlock();
            Out out = work(std::move(*job));
            const std::lock_guard<std::mutex> lock(writing);
            if (stopped) return;
            slots[number - taken].out = std::move(out);
            for (; !stopped && !slots.empty() && slots.front().out; ++taken) {
                stopped = !take(std::move(*slots.front().out));
                slots.pop_front();
            }
            room.notify_all();
        }
    };
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < threads; ++i) workers.emplace_back(run);
    for (std::thread& worker : workers) worker.join();
}

}  // namespace nianbao
