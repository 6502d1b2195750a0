/** The messages of server-sent events, each as the text that it carries. */
export async function* readMessages(content: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of content) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const lines = rest.slice(0, end).split('\n');
      rest = rest.slice(end + 2);
      const data = lines.flatMap((line) =>
        line.startsWith('data:') ? [line.slice(5).trim()] : [],
      );
      if (data.length > 0) yield data.join('\n');
    }
  }
}
