// The guide to testing shows this file: it runs here as a reader's own runner would run it.
import '../../examples/testing/hiring.test.ts';
