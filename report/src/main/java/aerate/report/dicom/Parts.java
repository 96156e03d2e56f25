package aerate.report.dicom;

import java.util.ArrayDeque;
import java.util.Deque;

/** Numbers the connected parts of a region, from 1, in the order of their first cells. */
final class Parts {
    private final boolean[] inside;
    private final int width;
    private final int height;
    private final int[] numbers;

    Parts(boolean[] inside, int width, int height) {
        this.inside = inside.clone();
        this.width = width;
        this.height = height;
        this.numbers = new int[inside.length];
    }

    /** For each cell the number of its part; 0 outside of the region. */
    int[] numbers() {
        int number = 0;
        for (int at = 0; at < inside.length; at++) {
            if (inside[at] && numbers[at] == 0) {
                fill(at, ++number);
            }
        }
        return numbers.clone();
    }

    private void fill(int start, int number) {
        Deque<Integer> open = new ArrayDeque<>();
        reach(start % width, start / width, number, open);
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % width;
            int y = at / width;
            reach(x - 1, y, number, open);
            reach(x + 1, y, number, open);
            reach(x, y - 1, number, open);
            reach(x, y + 1, number, open);
        }
    }

    private void reach(int x, int y, int number, Deque<Integer> open) {
        int at = y * width + x;
        if (x >= 0 && x < width && y >= 0 && y < height && inside[at] && numbers[at] == 0) {
            numbers[at] = number;
            open.push(at);
        }
    }
}
