export function load(): Promise<{renderMermaidSVG(text: string, options?: {transparent?: boolean; padding?: number}): string}>
