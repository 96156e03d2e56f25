package aerate.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.LongSupplier;

/** What time is. */
enum Clock implements LongSupplier {
    /** What a person waits; means something on a quiet machine only. */
    WALL {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    },
    /**
     * What a core spent on the calling thread, hardly moved by what else runs. With {@code threads=1} that is all that
     * libtorch does, and all of Java but collecting garbage and compiling.
     */
    CPU {
        @Override
        public long getAsLong() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    };

    /** {@code wall} unless the system property {@code clock} says {@code cpu}. */
    static Clock ofProperties() {
        return valueOf(System.getProperty("clock", "wall").toUpperCase(Locale.ROOT));
    }
}
