package dev.steelyard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** Finds doubles and floats in a class file: in fields, signatures, calls, and where a method only calculates with them. */
final class FloatingPoint extends ClassVisitor {

    private static final Set<Type> INEXACT =
            Set.of(Type.DOUBLE_TYPE, Type.FLOAT_TYPE, Type.getType(Double.class), Type.getType(Float.class));

    private final String type;
    private final Set<String> found = new TreeSet<>();

    private FloatingPoint(String type) {
        super(Opcodes.ASM9);
        this.type = type;
    }

    /** A line for each place of the class, by its binary name. */
    static Set<String> in(String type) {
        String resource = "/" + type.replace('.', '/') + ".class";
        try (InputStream in = FloatingPoint.class.getResourceAsStream(resource)) {
            FloatingPoint visitor = new FloatingPoint(type);
            new ClassReader(in).accept(visitor, ClassReader.SKIP_DEBUG);
            return visitor.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(String place, Type... types) {
        for (Type each : types) {
            Type element = each.getSort() == Type.ARRAY ? each.getElementType() : each;
            if (INEXACT.contains(element)) {
                found.add(type + ": " + place);
            }
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        judge("field " + name, Type.getType(descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        judge("method " + name, Type.getArgumentTypes(descriptor));
        judge("method " + name, Type.getReturnType(descriptor));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String types, boolean ofInterface) {
                judge(name + " calls " + owner + "." + called, Type.getArgumentTypes(types));
                judge(name + " calls " + owner + "." + called, Type.getReturnType(types));
            }

            @Override
            public void visitInsn(int opcode) {
                if (calculates(opcode)) {
                    found.add(type + ": " + name + " calculates");
                }
            }

            @Override
            public void visitLdcInsn(Object constant) {
                if (constant instanceof Double || constant instanceof Float) {
                    found.add(type + ": " + name + " holds " + constant);
                }
            }
        };
    }

    private static boolean calculates(int opcode) {
        return switch (opcode) {
            case Opcodes.I2F,
                    Opcodes.I2D,
                    Opcodes.L2F,
                    Opcodes.L2D,
                    Opcodes.FCONST_0,
                    Opcodes.FCONST_1,
                    Opcodes.FCONST_2,
                    Opcodes.DCONST_0,
                    Opcodes.DCONST_1 -> true;
            default -> false;
        };
    }
}
