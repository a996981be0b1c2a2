"use client";

import { createContext, type ReactNode, useContext } from "react";
import { may, type Permission, type Role } from "@/lib/core/permissions";

const RoleContext = createContext<Role | null>(null);

/** Tells the screens what the person who is signed in is in the account. Verbs ask by themselves: this only hides. */
export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** Whether the person who is signed in may do something. Where nobody has said who it is, nothing is hidden. */
export function useMay(): (permission: Permission) => boolean {
  const role = useContext(RoleContext);
  return (permission) => role === null || may(role, permission);
}

interface PermittedProps {
  permission: Permission;
  children: ReactNode;
}

/** Shown to those alone whose role may use it. */
export function Permitted({ permission, children }: PermittedProps) {
  return useMay()(permission) ? children : null;
}

/** A form that those may only read whose role may not change what it shows. */
export function Changeable({ permission, children }: PermittedProps) {
  return (
    <fieldset disabled={!useMay()(permission)} className="contents">
      {children}
    </fieldset>
  );
}
