import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.js';

/** The application of someone who is signed in. */
export function App() {
  return <RouterProvider router={router} />;
}
