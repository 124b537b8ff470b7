import { list, reference } from "../../fields/field.ts";

/** On every kind that can stand for a caller: it declares the edges that start there. */
export const calls = list(reference()).optional().doc("The components that this component calls.");
